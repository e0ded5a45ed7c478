-- Sources: systems that push contacts, each with a mapping of its own.
create table source (
    tenant_id      uuid        not null references tenant,
    id             uuid        not null,
    key            text        not null check (key ~ '^[a-z][a-z0-9_-]{0,62}$'),
    name           text        not null,
    -- Columns are the parts of an object: their headers are JSON pointers.
    settings       jsonb       not null,
    -- What inbound webhooks are signed with, sealed; null where there is none.
    webhook_secret bytea,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, key)
);

-- What a source has delivered already, by its own names: events, and the webhooks that brought them.
create table source_event (
    tenant_id   uuid        not null,
    source_id   uuid        not null,
    kind        text        not null check (kind in ('event', 'webhook')),
    name        text        not null,
    delivery_id uuid        not null,
    row_number  bigint      not null,
    received_at timestamptz not null default now(),
    primary key (tenant_id, source_id, kind, name),
    foreign key (tenant_id, source_id) references source on delete cascade
);
create index source_event_age on source_event (tenant_id, received_at);

call isolate('source');
call isolate('source_event');
