-- Pulls: one run is told from another, and a file whose content comes back is taken again.
alter table pull
    -- The run that looks. One that finds another here has been taken for dead.
    add column run      uuid,
    -- Another one when somebody changes, pauses or stops it: a run ends that began with the former.
    add column revision integer not null default 0;

alter table pulled_file add column id uuid not null default gen_random_uuid();
alter table pulled_file drop constraint pulled_file_pkey;
alter table pulled_file add primary key (tenant_id, id);
alter table pulled_file alter column id drop default;
create index pulled_file_name on pulled_file (tenant_id, source_id, name, pulled_at desc);

-- Tries in a row that got no answer; with so many the webhook fails.
alter table webhook add column unanswered integer not null default 0;
