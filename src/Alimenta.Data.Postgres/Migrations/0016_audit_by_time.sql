-- Who took a file in is looked up by its name and instant. Partners send the same name day after day, and each look at such a file is in the log under it too: without the instant all of that was gone through for each file of a list.
drop index ix_audit_event_object_kind_object_id;
create index ix_audit_event_object_kind_object_id on audit_event (object_kind, object_id, at_time);
