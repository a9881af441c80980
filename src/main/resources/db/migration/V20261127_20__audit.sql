-- Lines are added, never changed. No reference to a case: the log outlives it.
create table audit_entry (
    sequence bigint primary key,
    happened_at timestamp not null,
    institution varchar(40),
    actor varchar(64) not null,
    kind varchar(40) not null,
    case_number varchar(40),
    subject varchar(200),
    detail varchar(300),
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    seal varchar(64) not null
);
create index audit_entry_time on audit_entry (happened_at);
create index audit_entry_actor on audit_entry (actor);
create index audit_entry_subject on audit_entry (subject);
create index audit_entry_case on audit_entry (case_number);

-- One row: where the chain begins and ends. Whoever adds a line holds it until the commit.
create table audit_chain (
    id int primary key,
    base_sequence bigint not null,
    base_hash varchar(64) not null,
    last_sequence bigint not null,
    last_hash varchar(64) not null,
    seal varchar(64)
);
insert into audit_chain values (
    1,
    0, '0000000000000000000000000000000000000000000000000000000000000000',
    0, '0000000000000000000000000000000000000000000000000000000000000000',
    null
);
