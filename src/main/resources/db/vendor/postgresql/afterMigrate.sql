-- Where the tables belong to another role than the application's, it gets what it needs and no more: of the audit log
-- to read, to add, and to remove what is old enough for the trigger. An owner could switch the trigger off.
do $$
declare
    owned text;
begin
    if current_user <> '${applicationUser}' then
        for owned in
            select tablename from pg_tables
            where schemaname = current_schema() and tableowner = current_user and tablename <> 'flyway_schema_history'
        loop
            execute format('grant select, insert, update, delete on %I to %I', owned, '${applicationUser}');
        end loop;
        for owned in
            select sequencename from pg_sequences
            where schemaname = current_schema() and sequenceowner = current_user
        loop
            execute format('grant usage, select on sequence %I to %I', owned, '${applicationUser}');
        end loop;
        execute format('revoke update, truncate on audit_entry from %I', '${applicationUser}');
    end if;
end
$$;
