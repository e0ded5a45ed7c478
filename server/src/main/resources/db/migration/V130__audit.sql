-- The audit trail: who changed what, and who took what away. It is only ever added to; not even the server can change a
-- line or remove one.

create table audit_entry (
    tenant_id    uuid        not null references tenant,
    id           uuid        not null,
    -- When it was written, right before the change committed: not when its transaction began.
    at           timestamptz not null default clock_timestamp(),
    actor_kind   text        not null check (actor_kind in ('member', 'key', 'operator')),
    actor_id     uuid,
    -- As they were called then: members leave, keys are revoked, things are renamed and deleted.
    actor_name   text        not null,
    action       text        not null,
    subject_kind text        not null,
    subject_id   text,
    subject_name text,
    -- What was given or taken, where the action alone does not say: roles and scopes.
    detail       text,
    primary key (tenant_id, id)
);
create index audit_entry_at on audit_entry (tenant_id, at, id);
create index audit_entry_actor on audit_entry (tenant_id, actor_id, at, id);
create index audit_entry_subject on audit_entry (tenant_id, subject_id, at, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is only ever added to' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger audit_entry_is_not_emptied before truncate on audit_entry
    for each statement execute function refuse_change();

call isolate('audit_entry');
