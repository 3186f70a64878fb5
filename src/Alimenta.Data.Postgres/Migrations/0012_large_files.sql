-- The content of a file larger than one value should be: its first piece lies in the file's row, the further ones here.
CREATE TABLE inbound_file_piece (
    file_id bigint NOT NULL,
    number integer NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT pk_inbound_file_piece PRIMARY KEY (file_id, number),
    CONSTRAINT fk_inbound_file_piece_file_id FOREIGN KEY (file_id) REFERENCES inbound_file (id) ON DELETE RESTRICT
);


create trigger insert_only before update or delete on inbound_file_piece for each row execute function refuse_change();
create trigger no_truncate before truncate on inbound_file_piece for each statement execute function refuse_change();

-- The entries of a file are shown in the order of its lines, all or those of which something else became than a receipt with a payor: few are.
drop index ix_inbound_item_file_id;
create index ix_inbound_item_file_id on inbound_item (file_id, line, id);
create index ix_inbound_item_unusual on inbound_item (file_id, status, line, id) where status <> 'posted';
