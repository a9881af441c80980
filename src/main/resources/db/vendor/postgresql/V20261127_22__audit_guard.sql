-- The database holds the log itself: nothing is changed, and nothing is removed before six months are over (网络安全法第二十一条第三项).
create function audit_entry_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.happened_at < current_timestamp - interval '6 months' then
            return old;
        end if;
    end if;
    raise exception 'audit_entry is append-only';
end
$$;

create trigger audit_entry_guard before update or delete on audit_entry
    for each row execute function audit_entry_guard();

create trigger audit_entry_guard_truncate before truncate on audit_entry
    for each statement execute function audit_entry_guard();
