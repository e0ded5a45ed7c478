-- Members who are invited, and who made a key.

-- The link that an invitation is sent with opens it once; of it only a hash is kept. Whoever has joined is a member, and
-- the invitation is gone.
create table invitation (
    tenant_id       uuid        not null references tenant,
    id              uuid        not null,
    email           text        not null,
    role            text        not null check (role in ('admin', 'operator', 'compliance', 'viewer')),
    token_hash      bytea       not null,
    invited_by_name text        not null,
    created_at      timestamptz not null default now(),
    expires_at      timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, email)
);
call isolate('invitation');

-- Null for keys from before, and for those that the installation itself has made.
alter table api_key add column created_by_name text;

-- Whoever signs in elsewhere has no password here.
alter table account alter column password_hash drop not null;
