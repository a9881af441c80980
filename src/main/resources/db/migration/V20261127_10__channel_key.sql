create table channel_key (
    key_id varchar(20) primary key,
    secret_hash varchar(64) not null,
    institution varchar(40) not null,
    channel varchar(40) not null,
    created_at timestamp not null,
    created_by varchar(64) not null,
    expires_at timestamp not null,
    last_used_at timestamp,
    revoked_at timestamp,
    revoked_by varchar(64)
);
create index channel_key_channel on channel_key (institution, channel);
