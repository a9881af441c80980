alter table case_record add column returned_units varchar(500);
alter table case_record add column return_barred boolean default false not null;
alter table case_record add column given_up varchar(30);
