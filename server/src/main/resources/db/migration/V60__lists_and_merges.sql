-- Whom a merged contact became, who must not be contacted, and who was erased.

-- One row: the lists below are kept under a key that lies outside of the database; this tells whether it is still the same.
create table installation (
    single    boolean primary key default true check (single),
    key_check bytea   not null
);

-- Ids and keys of contacts that were merged into another one. A value leads to one contact; whoever has it now goes first.
create table contact_alias (
    tenant_id  uuid        not null,
    kind       text        not null check (kind in ('id', 'external_id', 'phone', 'email')),
    value      text        not null,
    contact_id uuid        not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, kind, value)
);
create index contact_alias_contact on contact_alias (tenant_id, contact_id);

-- Keys of the erased, as keyed hashes only: an import must recognise them, and nobody may read them.
create table erased_key (
    tenant_id uuid        not null,
    hash      bytea       not null,
    erased_at timestamptz not null default now(),
    primary key (tenant_id, hash)
);

-- The hash is what values are matched by; the sealed value is for those who keep the list.
create table suppression (
    tenant_id       uuid        not null,
    id              uuid        not null,
    kind            text        not null check (kind in ('phone', 'email', 'domain')),
    hash            bytea       not null,
    sealed          bytea       not null,
    reason          text        not null default '',
    created_by_name text        not null,
    created_at      timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, hash)
);

call isolate('contact_alias');
call isolate('erased_key');
call isolate('suppression');

-- The contact that an id leads to: itself, unless it was merged into another one. Call it with values, not columns, so
-- that it is asked once and its answer looked up in an index.
create function survivor(tenant uuid, contact uuid) returns uuid language sql stable as $$
    select coalesce(
        (select contact_id from contact_alias
          where tenant_id = tenant and kind = 'id' and value = contact::text), contact)
$$;
