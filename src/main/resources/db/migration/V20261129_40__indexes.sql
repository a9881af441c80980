-- PostgreSQL makes no index for a foreign key: without one every clock that is loaded reads all pauses there are.
create index ledger_pause_entry on ledger_pause (ledger_entry_id);
create index case_link_linked on case_link (linked_number);
create index notice_paper on notice (paper_id);
create index reminder_case on reminder (case_number);
create index inspected_case_inspection on inspected_case (inspection);
-- Messages about a case are looked for when it is destroyed.
create index message_line_case on message_line (case_number);
