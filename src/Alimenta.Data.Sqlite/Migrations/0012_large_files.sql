-- The content of a file larger than one value should be: its first piece lies in the file's row, the further ones here.
CREATE TABLE "inbound_file_piece" (
    "file_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    CONSTRAINT "pk_inbound_file_piece" PRIMARY KEY ("file_id", "number"),
    CONSTRAINT "fk_inbound_file_piece_file_id" FOREIGN KEY ("file_id") REFERENCES "inbound_file" ("id") ON DELETE RESTRICT
);


create trigger insert_only_update_inbound_file_piece before update on inbound_file_piece begin
    select raise(abort, 'inbound_file_piece is insert-only: update is refused. A file is kept as it came.');
end;
create trigger insert_only_delete_inbound_file_piece before delete on inbound_file_piece begin
    select raise(abort, 'inbound_file_piece is insert-only: delete is refused. A file is kept as it came.');
end;

-- The entries of a file are shown in the order of its lines, all or those of which something else became than a receipt with a payor: few are.
drop index ix_inbound_item_file_id;
create index ix_inbound_item_file_id on inbound_item (file_id, line, id);
create index ix_inbound_item_unusual on inbound_item (file_id, status, line, id) where status <> 'posted';
