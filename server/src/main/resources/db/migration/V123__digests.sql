-- Mails about sources: who wants them, and which were sent.
create table digest (
    tenant_id  uuid        not null,
    source_id  uuid        not null,
    account_id uuid        not null,
    rhythm     text        not null check (rhythm in ('daily', 'weekly')),
    created_at timestamptz not null default now(),
    primary key (tenant_id, source_id, account_id),
    foreign key (tenant_id, source_id) references source on delete cascade,
    foreign key (tenant_id, account_id) references member on delete cascade
);
create index digest_member on digest (tenant_id, account_id);

create table digest_email (
    tenant_id    uuid        not null,
    id           uuid        not null,
    source_id    uuid        not null,
    account_id   uuid        not null,
    begins_at    timestamptz not null,
    ends_at      timestamptz not null,
    requested_at timestamptz not null default now(),
    claimed_at   timestamptz,
    sent_at      timestamptz,
    primary key (tenant_id, id),
    -- However often somebody looks, a period is told of once.
    unique (tenant_id, source_id, account_id, begins_at, ends_at),
    foreign key (tenant_id, source_id) references source on delete cascade,
    foreign key (tenant_id, account_id) references member on delete cascade
);
create index digest_email_member on digest_email (tenant_id, account_id);

call isolate('digest');
call isolate('digest_email');
