create table attachment (
    id varchar(40) primary key,
    case_number varchar(40) not null references case_record,
    name varchar(200) not null,
    note varchar(2000),
    content_type varchar(100) not null,
    byte_count bigint not null,
    added_at timestamp not null,
    added_by varchar(64) not null
);
create index attachment_case on attachment (case_number);

create table attachment_content (
    attachment_id varchar(40) primary key references attachment,
    content bytea not null
);
