-- One row for every process of which exactly one instance waits; whoever looks for it holds the row meanwhile.
create table single_process (
    process varchar(60) primary key
);
insert into single_process values ('clock-check');
