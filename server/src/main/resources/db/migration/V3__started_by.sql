-- Whoever started an import is told how it ended; the file may have been brought by somebody else.
alter table import add column started_by uuid;
