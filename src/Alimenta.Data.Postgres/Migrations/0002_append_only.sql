-- Books, chains, audit log and history are insert-only: a correction is a further row.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is insert-only: % is refused. Correct it by a further row.', tg_table_name, lower(tg_op)
        using errcode = 'restrict_violation';
end $$;

create trigger insert_only before update or delete on journal_entry for each row execute function refuse_change();
create trigger insert_only before update or delete on journal_line for each row execute function refuse_change();
create trigger insert_only before update or delete on chain_link for each row execute function refuse_change();
create trigger insert_only before update or delete on audit_event for each row execute function refuse_change();
create trigger insert_only before update or delete on fact_change for each row execute function refuse_change();

create trigger no_truncate before truncate on journal_entry for each statement execute function refuse_change();
create trigger no_truncate before truncate on journal_line for each statement execute function refuse_change();
create trigger no_truncate before truncate on chain_link for each statement execute function refuse_change();
create trigger no_truncate before truncate on audit_event for each statement execute function refuse_change();
create trigger no_truncate before truncate on fact_change for each statement execute function refuse_change();

-- The lines of an entry come in one statement and balance in each book: also when someone writes past the program.
create function refuse_unbalanced() returns trigger language plpgsql as $$
declare
    bad record;
begin
    select entry_id, book, sum(cents) as off into bad from fresh group by entry_id, book having sum(cents) <> 0 limit 1;
    if found then
        raise exception 'Entry % does not balance in the % book: it is off by % cents.', bad.entry_id, bad.book, bad.off
            using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger balanced after insert on journal_line referencing new table as fresh for each statement execute function refuse_unbalanced();

alter table journal_line add constraint ck_journal_line_cents check (cents <> 0);
alter table journal_line add constraint ck_journal_line_book check (book in ('debt', 'custody'));
