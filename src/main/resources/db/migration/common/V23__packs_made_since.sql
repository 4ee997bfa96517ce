-- Whether a pack that a run did not make has been made since: by its council, pack and day.
CREATE INDEX run_packs_by_pack ON run_packs (authority, pack, as_at);
