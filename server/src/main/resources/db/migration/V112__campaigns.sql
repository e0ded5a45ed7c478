-- Campaigns: whom to reach, by the imports that bring them.

create table campaign (
    tenant_id          uuid        not null references tenant,
    id                 uuid        not null,
    name               text        not null,
    expected_contacts  bigint      check (expected_contacts >= 0),
    created_by_name    text        not null,
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    -- What was found of its members while contacts stood at this version; while they still do, nobody needs to look again.
    checked_version    bigint,
    members            bigint,
    zoneless_members   bigint,
    suppressed_members bigint,
    primary key (tenant_id, id)
);

-- Which import made whom a member; a contact that two imports brought stays one when one of them is undone. Without foreign
-- keys, as contacts are: each would cost a look-up for every row of an import.
create table campaign_member (
    tenant_id   uuid        not null,
    campaign_id uuid        not null,
    contact_id  uuid        not null,
    import_id   uuid        not null,
    primary key (tenant_id, campaign_id, contact_id, import_id)
);
create index campaign_member_contact on campaign_member (tenant_id, contact_id);

-- That somebody has looked through the failed rows of an upload, and how many there were.
create table campaign_acceptance (
    tenant_id        uuid        not null,
    campaign_id      uuid        not null,
    import_id        uuid        not null,
    failed_rows      bigint      not null,
    accepted_by_name text        not null,
    accepted_at      timestamptz not null default now(),
    primary key (tenant_id, campaign_id, import_id),
    foreign key (tenant_id, campaign_id) references campaign on delete cascade
);

-- The uploads of a campaign.
create index import_campaign on import (tenant_id, (options ->> 'campaign_id'), number)
    where options ->> 'campaign_id' is not null;

call isolate('campaign');
call isolate('campaign_member');
call isolate('campaign_acceptance');
