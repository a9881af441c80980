-- What was said with the decision on a list. A row without key gets one at the next start.
alter table disposal_list add column row_key varchar(36);
create unique index disposal_list_row_key on disposal_list (row_key);
alter table disposal_list add column reason varchar(8100);
