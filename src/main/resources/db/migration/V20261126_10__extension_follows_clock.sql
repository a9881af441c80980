-- A request for more time follows its clock until it is decided: without dates while the clock stands still, 暂定 with it.
alter table ledger_extension alter column old_due_at drop not null;
alter table ledger_extension alter column new_due_at drop not null;
alter table ledger_extension add column old_provisional boolean default false not null;
alter table ledger_extension add column new_provisional boolean default false not null;
update ledger_extension set
    old_provisional = (select e.provisional from ledger_entry e where e.id = ledger_entry_id),
    new_provisional = (select e.provisional from ledger_entry e where e.id = ledger_entry_id)
where state = 'REQUESTED';
