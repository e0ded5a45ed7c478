-- The ground: tenants, people and keys, contacts, imports, the row log and jobs.
--
-- Every tenant table begins its keys with tenant_id and carries a row-level policy. The big tables (contact, log_row)
-- have no foreign keys: one lookup per row would cost more than the insert, and the policy already pins the tenant.

-- People sign in across tenants, so accounts belong to none.
create table account (
    id            uuid        primary key,
    email         text        not null unique,
    name          text        not null,
    password_hash text        not null,
    created_at    timestamptz not null default now()
);

create table tenant (
    tenant_id        uuid        primary key,
    name             text        not null,
    default_region   text        not null default 'US',
    language         text        not null default 'en',
    required         text[]      not null default '{phone}',
    last_import      bigint      not null default 0,
    -- Grows with every change of the tenant's contacts; tells a prefetched look-up whether it is still true.
    contacts_version bigint      not null default 0,
    created_at       timestamptz not null default now()
);

create table member (
    tenant_id  uuid        not null references tenant,
    account_id uuid        not null references account,
    role       text        not null check (role in ('admin', 'operator', 'compliance', 'viewer')),
    created_at timestamptz not null default now(),
    primary key (tenant_id, account_id)
);
create index member_account on member (account_id);

create table api_key (
    tenant_id    uuid        not null references tenant,
    id           uuid        not null,
    name         text        not null,
    prefix       text        not null,
    key_hash     bytea       not null,
    scopes       text[]      not null,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    primary key (tenant_id, id)
);
create index api_key_hash on api_key (key_hash);

-- The answers to POSTs that carried an Idempotency-Key. Key and body are unreadable without the caller's API key.
create table idempotency_key (
    tenant_id    uuid        not null references tenant,
    key          bytea       not null,
    request      bytea       not null,
    status       integer     not null,
    content_type text,
    location     text,
    body         bytea       not null,
    created_at   timestamptz not null default now(),
    primary key (tenant_id, key)
);
create index idempotency_key_age on idempotency_key (tenant_id, created_at);

create table custom_field (
    tenant_id   uuid        not null references tenant,
    key         text        not null check (key ~ '^[a-z][a-z0-9_]{0,62}$'),
    label       text        not null,
    type        text        not null,
    created_at  timestamptz not null default now(),
    retired_at  timestamptz,
    primary key (tenant_id, key)
);

create table contact (
    tenant_id      uuid        not null,
    id             uuid        not null,
    external_id    text,
    phone          text,
    email          text,
    first_name     text,
    last_name      text,
    company        text,
    timezone       text,
    street         text,
    city           text,
    region         text,
    postal_code    text,
    country        text,
    owner          text,
    tags           text[]      not null default '{}',
    do_not_contact boolean     not null default false,
    custom         jsonb       not null default '{}',
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    deleted_at     timestamptz,
    primary key (tenant_id, id)
);
create unique index contact_external_id on contact (tenant_id, external_id)
    where external_id is not null and deleted_at is null;
create unique index contact_phone on contact (tenant_id, phone)
    where phone is not null and deleted_at is null;
create unique index contact_email on contact (tenant_id, email)
    where email is not null and deleted_at is null;

create table import (
    tenant_id        uuid        not null references tenant,
    id               uuid        not null,
    number           bigint      not null,
    status           text        not null default 'uploaded' check (status in (
                                     'uploaded', 'queued', 'processing', 'post_processing',
                                     'completed', 'failed', 'cancelled', 'reverting', 'reverted')),
    source           text        not null,
    created_by       uuid,
    created_by_name  text        not null,
    file_id          text        not null,
    file_name        text        not null,
    file_size        bigint      not null,
    file_sha256      text        not null,
    detection        jsonb       not null,
    columns          jsonb       not null,
    mapping          jsonb,
    options          jsonb       not null default '{}',
    -- Raised by whoever takes the run over; a batch of an older epoch cannot commit.
    epoch            bigint      not null default 0,
    attempts         integer     not null default 0,
    -- Number of the last row whose outcome is committed.
    cursor_row       bigint      not null default 0,
    total            bigint,
    created_rows     bigint      not null default 0,
    updated_rows     bigint      not null default 0,
    unchanged_rows   bigint      not null default 0,
    skipped_rows     bigint      not null default 0,
    failed_rows      bigint      not null default 0,
    unprocessed_rows bigint      not null default 0,
    warning_rows     bigint      not null default 0,
    failure_code     text,
    failure_reason   text,
    cancel_requested boolean     not null default false,
    dispatched       boolean     not null default false,
    created_at       timestamptz not null default now(),
    queued_at        timestamptz,
    started_at       timestamptz,
    finished_at      timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, number),
    constraint every_row_once check (
        created_rows + updated_rows + unchanged_rows + skipped_rows + failed_rows = cursor_row),
    constraint counts_add_up check (
        status not in ('completed', 'failed', 'cancelled') or cursor_row + unprocessed_rows = total),
    constraint completed_is_complete check (status <> 'completed' or unprocessed_rows = 0)
);
create index import_queue on import (tenant_id, queued_at) where status = 'queued';
create index import_file on import (tenant_id, file_sha256);

-- A dry run over the whole file. Changing the mapping removes it.
create sequence review_epoch;
create table review (
    tenant_id      uuid        not null,
    import_id      uuid        not null,
    state          text        not null check (state in ('queued', 'running', 'done', 'failed')),
    -- Handed to the workers; the others wait in line.
    dispatched     boolean     not null default false,
    -- The token of the run that may save; no two runs ever have the same.
    epoch          bigint      not null default 0,
    attempts       integer     not null default 0,
    total          bigint      not null default 0,
    created_rows   bigint      not null default 0,
    updated_rows   bigint      not null default 0,
    unchanged_rows bigint      not null default 0,
    skipped_rows   bigint      not null default 0,
    failed_rows    bigint      not null default 0,
    warning_rows   bigint      not null default 0,
    issues         jsonb       not null default '[]',
    rows           jsonb       not null default '[]',
    failure_reason text,
    created_at     timestamptz not null default now(),
    finished_at    timestamptz,
    primary key (tenant_id, import_id),
    foreign key (tenant_id, import_id) references import on delete cascade
);

-- Rows reach the log in deliveries: a batch of a file, or one push of a source. Ids are UUIDv7, so they sort by time.
create table delivery (
    tenant_id      uuid        not null,
    id             uuid        not null,
    import_id      uuid,
    source         text        not null,
    attempt        integer     not null default 1,
    first_row      bigint      not null,
    last_row       bigint      not null,
    created_rows   integer     not null,
    updated_rows   integer     not null,
    unchanged_rows integer     not null,
    skipped_rows   integer     not null,
    failed_rows    integer     not null,
    warning_rows   integer     not null,
    issues         jsonb       not null default '[]',
    received_at    timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, import_id) references import,
    unique (tenant_id, import_id, attempt, first_row)
);

-- One line for each attempted write. Who a placed row is about stands in its contact; name and keys are kept here only
-- for rows that have none. The payload is kept for rows with a remark; a clean row's is read back from its file.
create table log_row (
    tenant_id    uuid     not null,
    delivery_id  uuid     not null,
    row_number   bigint   not null,
    result       text     not null,
    action       text     not null,
    matched_on   text,
    contact_id   uuid,
    name         text,
    phone        text,
    email        text,
    external_id  text,
    info         jsonb,
    payload      jsonb,
    before_image jsonb,
    primary key (tenant_id, delivery_id, row_number)
) partition by range (delivery_id);
-- Finds what happened to a contact, and whether an import has met it before.
create index log_row_contact on log_row (tenant_id, contact_id) where contact_id is not null;

-- The email to whoever started an import. A job claims it before it sends, so that no second one goes out; after a day
-- nobody waits for it any more.
create table import_email (
    tenant_id    uuid        not null,
    import_id    uuid        not null,
    requested_at timestamptz not null default now(),
    claimed_at   timestamptz,
    sent_at      timestamptz,
    primary key (tenant_id, import_id),
    foreign key (tenant_id, import_id) references import on delete cascade
);

-- Sessions of the pages (the tables that Spring Session expects).
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- Jobs (the table that db-scheduler expects).
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time);

-- Isolation: a tenant's rows are visible and writable only in a transaction that has named the tenant. The sub-select is
-- evaluated once for a statement, not for each of the rows that it writes.
create procedure isolate(relation regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', relation);
    execute format('alter table %s force row level security', relation);
    execute format(
        'create policy tenant_isolation on %s '
        'using (tenant_id = (select nullif(current_setting(''muster.tenant'', true), '''')::uuid))', relation);
end $$;

call isolate('tenant');
call isolate('member');
call isolate('api_key');
call isolate('idempotency_key');
call isolate('custom_field');
call isolate('contact');
call isolate('import');
call isolate('review');
call isolate('delivery');
call isolate('log_row');
call isolate('import_email');

-- Before a tenant is known: a person sees the memberships of the account that has just proved itself, a key only itself.
create policy own_memberships on member for select
    using (account_id = nullif(current_setting('muster.account', true), '')::uuid);
create policy presented_key on api_key for select
    using (key_hash = decode(nullif(current_setting('muster.key_hash', true), ''), 'hex'));

-- The log is kept by month. UUIDv7 begins with the milliseconds since 1970, so months are ranges of ids.
create function uuid_floor(at timestamptz) returns uuid language sql immutable as $$
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

create procedure ensure_log_partition(month date) language plpgsql as $$
declare
    partition text := 'log_row_' || to_char(month, 'YYYY_MM');
begin
    if to_regclass(partition) is null then
        execute format('create table %I partition of log_row for values from (%L) to (%L)', partition,
            uuid_floor(date_trunc('month', month)::timestamp at time zone 'UTC'),
            uuid_floor((date_trunc('month', month) + interval '1 month')::timestamp at time zone 'UTC'));
        call isolate(partition::regclass);
    end if;
end $$;

create table log_row_default partition of log_row default;
call isolate('log_row_default');
call ensure_log_partition((now() at time zone 'UTC')::date);
call ensure_log_partition((now() at time zone 'UTC' + interval '1 month')::date);
