create table submission (
    id varchar(40) primary key,
    institution varchar(40) not null,
    channel varchar(40) not null,
    external_number varchar(100),
    received_at timestamp not null,
    payload varchar(300000) not null,
    content_hash varchar(64) not null,
    receipt_hash varchar(64) not null unique,
    unique (institution, channel, external_number)
);

create table supplement (
    id varchar(40) primary key,
    submission_id varchar(40) not null references submission,
    event varchar(20) not null,
    received_at timestamp not null,
    payload varchar(300000) not null,
    content_hash varchar(64) not null,
    unique (submission_id, content_hash)
);
