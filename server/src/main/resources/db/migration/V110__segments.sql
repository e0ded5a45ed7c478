-- Segments: filters over contacts that are kept under a name.

create table segment (
    tenant_id       uuid        not null references tenant,
    id              uuid        not null,
    name            text        not null,
    filter          jsonb       not null,
    -- How many contacts it had while they stood at this version; while they still do, nobody needs to count again.
    counted         bigint,
    counted_version bigint,
    created_by_name text        not null,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (tenant_id, id)
);
create unique index segment_name on segment (tenant_id, lower(name));

call isolate('segment');
