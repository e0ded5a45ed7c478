-- Outgoing webhooks: who wants to be told, what happened, and what became of telling it.

create table webhook (
    tenant_id     uuid        not null references tenant,
    id            uuid        not null,
    name          text        not null,
    url           text        not null,
    events        text[]      not null,
    -- A failing one is told of each event once, without further tries, until one gets through.
    state         text        not null default 'active' check (state in ('active', 'failing', 'paused')),
    -- What messages are signed with, sealed. The former secret signs too for a day.
    secret        bytea       not null,
    former_secret bytea,
    former_until  timestamptz,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    primary key (tenant_id, id)
);

-- Something that happened, in the words that are sent: each receiver and each try gets the same.
create table webhook_event (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    type       text        not null,
    import_id  uuid,
    attempt    integer,
    body       text        not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    -- However often somebody ends an import, it has ended once. Test messages are about none.
    unique (tenant_id, import_id, attempt, type),
    foreign key (tenant_id, import_id) references import on delete cascade
);
create index webhook_event_age on webhook_event (tenant_id, created_at);

create table webhook_delivery (
    tenant_id     uuid        not null references tenant,
    id            uuid        not null,
    webhook_id    uuid        not null,
    event_id      uuid        not null,
    state         text        not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
    attempts      integer     not null default 0,
    -- While it waits: when it is due, and until when somebody is sending it.
    due_at        timestamptz not null default now(),
    claimed_until timestamptz,
    response_code integer,
    response      text,
    failure       text,
    created_at    timestamptz not null default now(),
    tried_at      timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, webhook_id) references webhook on delete cascade,
    foreign key (tenant_id, event_id) references webhook_event on delete cascade
);
create index webhook_delivery_of on webhook_delivery (tenant_id, webhook_id, id desc);
create index webhook_delivery_event on webhook_delivery (tenant_id, event_id);

call isolate('webhook');
call isolate('webhook_event');
call isolate('webhook_delivery');
