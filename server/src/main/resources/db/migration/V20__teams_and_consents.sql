-- Teams, what people have consented to, and where each consent comes from.

create table team (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    name       text        not null,
    created_at timestamptz not null default now(),
    retired_at timestamptz,
    primary key (tenant_id, id)
);
create unique index team_name on team (tenant_id, lower(name)) where retired_at is null;

-- A consent is true when it was given, false when it was withdrawn, null when nothing is known of it.
alter table contact
    add column team          text,
    add column consent_email boolean,
    add column consent_sms   boolean,
    add column consent_call  boolean;

-- Each change of a consent, as evidence: it outlives the log, and the import or the person that it names.
create table consent_record (
    tenant_id   uuid        not null references tenant,
    contact_id  uuid        not null,
    id          bigint      generated always as identity,
    consent     text        not null check (consent in ('consent_email', 'consent_sms', 'consent_call')),
    given       boolean,
    origin      text        not null,
    recorded_at timestamptz not null default now(),
    primary key (tenant_id, contact_id, id)
);

call isolate('team');
call isolate('consent_record');
