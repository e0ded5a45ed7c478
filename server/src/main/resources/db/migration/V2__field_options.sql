-- Choices take their values from options.
alter table custom_field add column options text[] not null default '{}';
