-- H2 has no trigger without Java code in the database; there the chain alone tells of a change.
select 1;
