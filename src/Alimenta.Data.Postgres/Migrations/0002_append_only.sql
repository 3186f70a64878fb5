-- Books, chains, audit log and history are insert-only: a correction is a further row.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is insert-only: % is refused. Correct it by a further row.', tg_table_name, lower(tg_op)
        using errcode = 'restrict_violation';
end $$;

create trigger insert_only before update or delete on journal_entry for each row execute function refuse_change();
create trigger insert_only before update or delete on chain_link for each row execute function refuse_change();
create trigger insert_only before update or delete on audit_event for each row execute function refuse_change();
create trigger insert_only before update or delete on fact_change for each row execute function refuse_change();

create trigger no_truncate before truncate on journal_entry for each statement execute function refuse_change();
create trigger no_truncate before truncate on chain_link for each statement execute function refuse_change();
create trigger no_truncate before truncate on audit_event for each statement execute function refuse_change();
create trigger no_truncate before truncate on fact_change for each statement execute function refuse_change();
