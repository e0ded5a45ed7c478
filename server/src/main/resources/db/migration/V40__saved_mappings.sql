-- Mappings that come back for files with the same headers. The columns say which header goes where.
create table saved_mapping (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    name       text        not null,
    columns    jsonb       not null,
    options    jsonb       not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    -- When an import that goes by it last started.
    used_at    timestamptz,
    primary key (tenant_id, id)
);
create unique index saved_mapping_name on saved_mapping (tenant_id, lower(name));
call isolate('saved_mapping');

-- Tells files with the same headers, and by which earlier mapping the columns were suggested.
alter table import add column header_fingerprint text;
alter table import add column earlier jsonb;
create index import_headers on import (tenant_id, header_fingerprint, number) where mapping is not null;
