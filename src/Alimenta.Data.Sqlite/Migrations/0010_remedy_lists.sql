-- Who may not see a row is found in the index too, so that a list is counted and cut into pages without looking at the rows.
drop index ix_remedy_selection_open;
drop index ix_remedy_selection_open_remedy;
drop index ix_remedy_selection_ended;
drop index ix_remedy_selection_ended_remedy;
create index ix_remedy_selection_open on remedy_selection (standing, since, id, obligor_id) where valid_to is null;
create index ix_remedy_selection_open_remedy on remedy_selection (remedy, debt, standing, since, id, amount, obligor_id) where valid_to is null;
create index ix_remedy_selection_ended on remedy_selection (valid_to, id, obligor_id) where ended <> 'changed';
create index ix_remedy_selection_ended_remedy on remedy_selection (remedy, debt, valid_to, id, obligor_id) where ended <> 'changed';
