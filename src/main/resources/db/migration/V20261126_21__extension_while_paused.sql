-- A paused clock has no due date, and may be given more time all the same.
alter table ledger_extension alter column old_due_at drop not null;
alter table ledger_extension alter column new_due_at drop not null;
