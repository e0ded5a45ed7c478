-- For how many days a tenant keeps its log; null for ever.
alter table tenant add column log_days integer check (log_days > 0);
