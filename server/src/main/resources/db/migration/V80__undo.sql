-- Undo: what an import wrote is taken back, as far as nobody has built on it since. That needs to be known exactly, so
-- every change of a contact carries the version of the tenant's contacts that it brought about: the contact that of its
-- last one, the deliveries and the edits of people theirs.

-- The version that wrote the contact last.
alter table contact add column version bigint not null default 0;

alter table delivery
    add column kind             text    not null default 'import' check (kind in ('import', 'undo')),
    -- The version that its rows brought about; null for deliveries from before there was an undo.
    add column contacts_version bigint,
    -- Of an undo: the delivery whose rows it takes back.
    add column reverts          uuid,
    add column reverted_rows    integer not null default 0,
    add column kept_rows        integer not null default 0,
    -- The former values that its rows replaced are forgotten after a while.
    add column images_dropped   boolean not null default false,
    add constraint undo_names_its_delivery check ((kind = 'undo') = (reverts is not null));
alter table delivery drop constraint delivery_tenant_id_import_id_attempt_first_row_key;
alter table delivery add unique (tenant_id, import_id, kind, attempt, first_row);
-- No rows are taken back twice.
create unique index delivery_reverts on delivery (tenant_id, reverts) where reverts is not null;

-- Which fields a person or a program changed at a contact, besides imports.
create table contact_edit (
    tenant_id        uuid        not null,
    contact_id       uuid        not null,
    contacts_version bigint      not null,
    fields           text[]      not null,
    edited_by        text        not null,
    edited_at        timestamptz not null default now(),
    primary key (tenant_id, contact_id, contacts_version)
);

-- An import's undo. Stopped: it was given up on the way, and can be begun again where it stopped.
create table undo (
    tenant_id         uuid        not null,
    import_id         uuid        not null,
    state             text        not null default 'running' check (state in ('running', 'stopped', 'done')),
    -- What the import's status was, and is again if the undo stops.
    status_before     text        not null check (status_before in ('completed', 'failed', 'cancelled')),
    requested_by_name text        not null,
    -- Raised by whoever takes the undo over; a batch of an older epoch cannot commit.
    epoch             bigint      not null default 0,
    attempts          integer     not null default 0,
    -- The rows that wrote something. Each ends once: its contact removed, its former values restored, kept or failed.
    total             bigint      not null,
    removed_rows      bigint      not null default 0,
    restored_rows     bigint      not null default 0,
    kept_rows         bigint      not null default 0,
    failed_rows       bigint      not null default 0,
    failure_code      text,
    failure_reason    text,
    created_at        timestamptz not null default now(),
    started_at        timestamptz,
    finished_at       timestamptz,
    primary key (tenant_id, import_id),
    foreign key (tenant_id, import_id) references import on delete cascade,
    constraint no_row_twice check (removed_rows + restored_rows + kept_rows + failed_rows <= total),
    constraint every_row_undone check (
        state <> 'done' or removed_rows + restored_rows + kept_rows + failed_rows = total)
);
-- One undo of a tenant at a time: two would race for who was the last to change a contact.
create unique index undo_running on undo (tenant_id) where state = 'running';

-- What an undo would do, worked out aside when there are many rows.
create sequence undo_preview_epoch;
create table undo_preview (
    tenant_id        uuid        not null,
    import_id        uuid        not null,
    state            text        not null default 'running' check (state in ('running', 'done', 'failed')),
    -- The token of the run that may save; no two runs ever have the same.
    epoch            bigint      not null default 0,
    attempts         integer     not null default 0,
    -- The contacts that it was worked out over.
    contacts_version bigint      not null,
    preview          jsonb       not null,
    created_at       timestamptz not null default now(),
    finished_at      timestamptz,
    primary key (tenant_id, import_id),
    foreign key (tenant_id, import_id) references import on delete cascade
);

call isolate('contact_edit');
call isolate('undo');
call isolate('undo_preview');

-- Housekeeping goes from tenant to tenant; all it sees before it enters one is which there are.
create policy housekeeping on tenant for select
    using (current_setting('muster.housekeeping', true) = 'on');
