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
    -- Since when the mail server has the link, which nobody else was shown then.
    mailed_at       timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, email)
);
call isolate('invitation');

-- Null for keys from before, and for those that the installation itself has made. Keys make keys, too: these have no
-- member.
alter table api_key
    add column created_by uuid references account,
    add column created_by_name text;

-- Keys that could do everything go on doing so: reading the trail is new.
alter table api_key no force row level security;
update api_key
   set scopes = scopes || '{audit:read}'
 where scopes @> '{imports:read,imports:write,contacts:read,contacts:write,suppressions:read,suppressions:write,settings:read,settings:write,access:read,access:write}'
   and not scopes @> '{audit:read}';
alter table api_key force row level security;

-- Whoever signs in elsewhere has no password here.
alter table account alter column password_hash drop not null;
