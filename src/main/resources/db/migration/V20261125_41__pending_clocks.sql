-- What lists of running clocks read of a clock and of its case, without touching the wide rows themselves.
drop index ledger_entry_due;
create index ledger_entry_pending on ledger_entry (ended_at, due_at, id, case_number, clock, remind_before, unit);
create index case_record_visible on case_record (institution, case_number, handling_unit, secret);
