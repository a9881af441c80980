alter table measure_taken add column answered_by varchar(40);
alter table measure_taken add column answer_run int;
