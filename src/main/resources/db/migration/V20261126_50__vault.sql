-- Data keys, each wrapped by the master key, which is never here. The highest id is in use.
create table vault_key (
    id int primary key,
    wrapped varchar(200) not null,
    created_at timestamp not null
);

-- A row without key lies clear; the next start gives it one and encrypts its columns. Encrypted text is up to four times longer.
alter table case_record add column row_key varchar(36);
create unique index case_record_row_key on case_record (row_key);
alter table case_record alter column subject set data type varchar(900);
alter table case_record alter column content set data type varchar(80100);
alter table case_record alter column demand set data type varchar(8100);
alter table case_record alter column category set data type varchar(8100);
alter table case_record alter column competent set data type varchar(900);
alter table case_record alter column competent_phone set data type varchar(300);

alter table party add column row_key varchar(36);
create unique index party_row_key on party (row_key);
alter table party alter column name set data type varchar(8100);
alter table party alter column phone set data type varchar(8100);
alter table party alter column id_type set data type varchar(8100);
alter table party alter column id_number set data type varchar(8100);
alter table party alter column address set data type varchar(8100);
alter table party alter column credit_code set data type varchar(8100);
alter table party alter column platform set data type varchar(8100);
alter table party alter column order_number set data type varchar(8100);
alter table party alter column powers set data type varchar(8100);
-- Only the respondent, a business, can be found by a part of the name.
alter table party add column business varchar(8100);
update party set business = name, name = null where role = 'RESPONDENT';
alter table party add column business_parts varchar(22000);
drop index party_phone;
drop index party_id_number;
alter table party add column phone_index varchar(64);
alter table party add column id_number_index varchar(64);
create index party_phone_index on party (phone_index);
create index party_id_number_index on party (id_number_index);

alter table step_record add column row_key varchar(36);
create unique index step_record_row_key on step_record (row_key);
alter table step_record alter column content set data type varchar(800100);

alter table submission add column row_key varchar(36);
create unique index submission_row_key on submission (row_key);
alter table submission alter column payload set data type varchar(1200100);
alter table submission alter column content_hash set data type varchar(300);

-- The hash of a text that is known but for a phone number would give that number away: only its blind index stays.
alter table supplement add column row_key varchar(36);
create unique index supplement_row_key on supplement (row_key);
alter table supplement alter column payload set data type varchar(1200100);
alter table supplement add column fingerprint varchar(300);
update supplement set fingerprint = content_hash;

alter table notice add column row_key varchar(36);
create unique index notice_row_key on notice (row_key);
alter table notice alter column proof set data type varchar(8100);

alter table ledger_extension add column row_key varchar(36);
create unique index ledger_extension_row_key on ledger_extension (row_key);
alter table ledger_extension alter column reason set data type varchar(8100);
alter table ledger_extension alter column opinion set data type varchar(8100);

alter table inspected_case add column row_key varchar(36);
create unique index inspected_case_row_key on inspected_case (row_key);
alter table inspected_case alter column finding set data type varchar(8100);

alter table attachment add column row_key varchar(36);
create unique index attachment_row_key on attachment (row_key);
alter table attachment alter column name set data type varchar(900);
alter table attachment alter column note set data type varchar(8100);

alter table attachment_content add column row_key varchar(36);
create unique index attachment_content_row_key on attachment_content (row_key);

alter table paper_content add column row_key varchar(36);
create unique index paper_content_row_key on paper_content (row_key);
