-- The rows behind the facts of a circle in one text: a payment reads this row in place of those of ten tables. A cache, dropped below by whoever changes one of those rows.
CREATE TABLE "kept_facts" (
    "circle_id" INTEGER NOT NULL CONSTRAINT "pk_kept_facts" PRIMARY KEY,
    "facts_text" TEXT NOT NULL
);


create trigger facts_of_new_case_file after insert on case_file begin
    delete from kept_facts where circle_id in (new.circle_id);
end;
create trigger facts_of_changed_case_file after update of number, circle_id, obligor_id, custodian_id, policy, snap_mandatory on case_file begin
    delete from kept_facts where circle_id in (old.circle_id);
    delete from kept_facts where circle_id in (new.circle_id);
end;
create trigger facts_of_deleted_case_file after delete on case_file begin
    delete from kept_facts where circle_id in (old.circle_id);
end;
create trigger facts_of_new_support_order after insert on support_order begin
    delete from kept_facts where circle_id in (select circle_id from case_file where id = new.case_id);
end;
create trigger facts_of_changed_support_order after update on support_order begin
    delete from kept_facts where circle_id in (select circle_id from case_file where id = old.case_id);
    delete from kept_facts where circle_id in (select circle_id from case_file where id = new.case_id);
end;
create trigger facts_of_deleted_support_order after delete on support_order begin
    delete from kept_facts where circle_id in (select circle_id from case_file where id = old.case_id);
end;
create trigger facts_of_new_obligation after insert on obligation begin
    delete from kept_facts where circle_id in (select circle_id from case_file where id = new.case_id);
end;
create trigger facts_of_changed_obligation after update on obligation begin
    delete from kept_facts where circle_id in (select circle_id from case_file where id = old.case_id);
    delete from kept_facts where circle_id in (select circle_id from case_file where id = new.case_id);
end;
create trigger facts_of_deleted_obligation after delete on obligation begin
    delete from kept_facts where circle_id in (select circle_id from case_file where id = old.case_id);
end;
create trigger facts_of_new_obligation_term after insert on obligation_term begin
    delete from kept_facts where circle_id in (select c.circle_id from obligation o join case_file c on c.id = o.case_id where o.id = new.obligation_id);
end;
create trigger facts_of_changed_obligation_term after update on obligation_term begin
    delete from kept_facts where circle_id in (select c.circle_id from obligation o join case_file c on c.id = o.case_id where o.id = old.obligation_id);
    delete from kept_facts where circle_id in (select c.circle_id from obligation o join case_file c on c.id = o.case_id where o.id = new.obligation_id);
end;
create trigger facts_of_deleted_obligation_term after delete on obligation_term begin
    delete from kept_facts where circle_id in (select c.circle_id from obligation o join case_file c on c.id = o.case_id where o.id = old.obligation_id);
end;
create trigger facts_of_new_opening_balance after insert on opening_balance begin
    delete from kept_facts where circle_id in (select circle_id from case_file where id = new.case_id);
end;
create trigger facts_of_changed_opening_balance after update on opening_balance begin
    delete from kept_facts where circle_id in (select circle_id from case_file where id = old.case_id);
    delete from kept_facts where circle_id in (select circle_id from case_file where id = new.case_id);
end;
create trigger facts_of_deleted_opening_balance after delete on opening_balance begin
    delete from kept_facts where circle_id in (select circle_id from case_file where id = old.case_id);
end;
create trigger facts_of_new_adjustment after insert on adjustment begin
    delete from kept_facts where circle_id in (select circle_id from case_file where id = new.case_id);
end;
create trigger facts_of_changed_adjustment after update on adjustment begin
    delete from kept_facts where circle_id in (select circle_id from case_file where id = old.case_id);
    delete from kept_facts where circle_id in (select circle_id from case_file where id = new.case_id);
end;
create trigger facts_of_deleted_adjustment after delete on adjustment begin
    delete from kept_facts where circle_id in (select circle_id from case_file where id = old.case_id);
end;
create trigger facts_of_new_assistance_spell after insert on assistance_spell begin
    delete from kept_facts where circle_id in (select circle_id from case_file where custodian_id = new.custodian_id);
end;
create trigger facts_of_changed_assistance_spell after update on assistance_spell begin
    delete from kept_facts where circle_id in (select circle_id from case_file where custodian_id = old.custodian_id);
    delete from kept_facts where circle_id in (select circle_id from case_file where custodian_id = new.custodian_id);
end;
create trigger facts_of_deleted_assistance_spell after delete on assistance_spell begin
    delete from kept_facts where circle_id in (select circle_id from case_file where custodian_id = old.custodian_id);
end;
create trigger facts_of_new_spell_member after insert on spell_member begin
    delete from kept_facts where circle_id in (select c.circle_id from assistance_spell s join case_file c on c.custodian_id = s.custodian_id where s.id = new.spell_id);
end;
create trigger facts_of_changed_spell_member after update on spell_member begin
    delete from kept_facts where circle_id in (select c.circle_id from assistance_spell s join case_file c on c.custodian_id = s.custodian_id where s.id = old.spell_id);
    delete from kept_facts where circle_id in (select c.circle_id from assistance_spell s join case_file c on c.custodian_id = s.custodian_id where s.id = new.spell_id);
end;
create trigger facts_of_deleted_spell_member after delete on spell_member begin
    delete from kept_facts where circle_id in (select c.circle_id from assistance_spell s join case_file c on c.custodian_id = s.custodian_id where s.id = old.spell_id);
end;
create trigger facts_of_new_assistance_grant after insert on assistance_grant begin
    delete from kept_facts where circle_id in (select circle_id from case_file where custodian_id = new.custodian_id);
end;
create trigger facts_of_changed_assistance_grant after update on assistance_grant begin
    delete from kept_facts where circle_id in (select circle_id from case_file where custodian_id = old.custodian_id);
    delete from kept_facts where circle_id in (select circle_id from case_file where custodian_id = new.custodian_id);
end;
create trigger facts_of_deleted_assistance_grant after delete on assistance_grant begin
    delete from kept_facts where circle_id in (select circle_id from case_file where custodian_id = old.custodian_id);
end;
create trigger facts_of_new_overpayment_choice after insert on overpayment_choice begin
    delete from kept_facts where circle_id in (select circle_id from case_file where obligor_id = new.person_id);
end;
create trigger facts_of_changed_overpayment_choice after update on overpayment_choice begin
    delete from kept_facts where circle_id in (select circle_id from case_file where obligor_id = old.person_id);
    delete from kept_facts where circle_id in (select circle_id from case_file where obligor_id = new.person_id);
end;
create trigger facts_of_deleted_overpayment_choice after delete on overpayment_choice begin
    delete from kept_facts where circle_id in (select circle_id from case_file where obligor_id = old.person_id);
end;
