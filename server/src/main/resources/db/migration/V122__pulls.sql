-- Sources that bring files: where Muster looks for them, and when.
create table pull (
    tenant_id     uuid        not null references tenant,
    source_id     uuid        not null,
    -- Where the files are; what opens that place is sealed apart.
    place         jsonb       not null,
    secrets       bytea,
    files         text        not null,
    -- How they are read. Null when the saved mapping was deleted.
    mapping_id    uuid,
    cron          text        not null,
    zone          text        not null,
    afterwards    text        not null check (afterwards in ('leave', 'mark', 'move')),
    state         text        not null default 'active' check (state in ('active', 'paused', 'stopped')),
    -- Why it has stopped by itself.
    stopped       text,
    next_at       timestamptz,
    -- When somebody asked for a run that has not begun.
    wanted_at     timestamptz,
    -- While somebody looks: until when nobody else does.
    claimed_until timestamptz,
    -- The last run: how many files it took, and what went wrong.
    began_at      timestamptz,
    ended_at      timestamptz,
    taken         integer,
    error         text,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    primary key (tenant_id, source_id),
    foreign key (tenant_id, source_id) references source on delete cascade,
    foreign key (tenant_id, mapping_id) references saved_mapping on delete set null (mapping_id)
);
create index pull_due on pull (tenant_id, next_at) where state = 'active';
create index pull_mapping on pull (tenant_id, mapping_id);

-- Files that were taken or refused, so that none is taken twice, however often it is found.
create table pulled_file (
    tenant_id uuid        not null references tenant,
    source_id uuid        not null,
    name      text        not null,
    size      bigint      not null,
    sha256    text        not null,
    -- As the place tells it; spares reading a file again that was left where it was.
    version   text        not null,
    import_id uuid,
    refusal   text,
    pulled_at timestamptz not null default now(),
    primary key (tenant_id, source_id, name, size, sha256),
    foreign key (tenant_id, source_id) references source on delete cascade,
    foreign key (tenant_id, import_id) references import on delete set null (import_id)
);
create index pulled_file_latest on pulled_file (tenant_id, source_id, pulled_at desc);
create index pulled_file_import on pulled_file (tenant_id, import_id);

call isolate('pull');
call isolate('pulled_file');
