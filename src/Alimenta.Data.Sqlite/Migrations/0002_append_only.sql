-- Books, chains, audit log and history are insert-only: a correction is a further row.
create trigger insert_only_update_journal_entry before update on journal_entry begin
    select raise(abort, 'journal_entry is insert-only: update is refused. Correct it by a further row.');
end;
create trigger insert_only_delete_journal_entry before delete on journal_entry begin
    select raise(abort, 'journal_entry is insert-only: delete is refused. Correct it by a further row.');
end;
create trigger insert_only_update_chain_link before update on chain_link begin
    select raise(abort, 'chain_link is insert-only: update is refused. Correct it by a further row.');
end;
create trigger insert_only_delete_chain_link before delete on chain_link begin
    select raise(abort, 'chain_link is insert-only: delete is refused. Correct it by a further row.');
end;
create trigger insert_only_update_audit_event before update on audit_event begin
    select raise(abort, 'audit_event is insert-only: update is refused. Correct it by a further row.');
end;
create trigger insert_only_delete_audit_event before delete on audit_event begin
    select raise(abort, 'audit_event is insert-only: delete is refused. Correct it by a further row.');
end;
create trigger insert_only_update_fact_change before update on fact_change begin
    select raise(abort, 'fact_change is insert-only: update is refused. Correct it by a further row.');
end;
create trigger insert_only_delete_fact_change before delete on fact_change begin
    select raise(abort, 'fact_change is insert-only: delete is refused. Correct it by a further row.');
end;
