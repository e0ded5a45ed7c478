-- What a custom field is for, for whoever fills it.
alter table custom_field add column description text not null default '';
