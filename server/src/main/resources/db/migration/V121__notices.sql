-- What members are told on the pages: that something of theirs has come to an end.
create table notice (
    tenant_id  uuid        not null,
    id         uuid        not null,
    account_id uuid        not null,
    kind       text        not null,
    -- What it is about; one notice of a kind about each thing.
    subject    text        not null,
    -- Where it leads, and what stands in the places of its sentence.
    path       text        not null,
    words      jsonb       not null,
    created_at timestamptz not null default now(),
    read_at    timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, account_id, kind, subject),
    foreign key (tenant_id, account_id) references member on delete cascade
);
create index notice_of on notice (tenant_id, account_id, id desc);
create index notice_unread on notice (tenant_id, account_id) where read_at is null;

call isolate('notice');
