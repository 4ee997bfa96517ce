package org.packhorse.tracker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Notices while rows are read which of them may repeat an earlier row's key, in a few bytes a row: a table of 64-bit hashes.
///
/// An index of the staged rows by key would tell the same, and cost more than all the rest of a large load.
final class Repeats {

	private static final int LISTED = 1_001;

	private long[] hashes = new long[1024];

	private int[] rows = new int[1024];

	private int size;

	private long further;

	/// Later rows by the row that they seem to repeat; equal hashes have yet to be proved equal keys.
	private final Map<Integer, Integer> suspects = new LinkedHashMap<>();

	/// Takes a row in; a row whose key is not whole repeats nothing.
	void add(TrackerRow row) {
		long hash = 1;
		for (String column : row.table().key()) {
			var value = row.values().get(column);
			if (value == null) {
				return;
			}
			hash = mixed(hash * 31 + mixed(value.hashCode()) ^ mixed(text(value)));
		}
		add(hash == 0 ? 1 : hash, row.row());
	}

	private void add(long hash, int row) {
		int place = place(this.hashes, hash);
		if (this.hashes[place] == 0) {
			this.hashes[place] = hash;
			this.rows[place] = row;
			if (++this.size * 2 > this.hashes.length) {
				grow();
			}
		}
		else if (this.suspects.size() < LISTED) {
			this.suspects.put(row, this.rows[place]);
		}
		else {
			this.further++;
		}
	}

	/// Pairs of a row and the earlier one that it seems to repeat, as many as are worth listing.
	List<Map.Entry<Integer, Integer>> suspects() {
		return new ArrayList<>(this.suspects.entrySet());
	}

	/// How many more there are.
	long further() {
		return this.further;
	}

	private void grow() {
		var hashes = new long[this.hashes.length * 2];
		var rows = new int[hashes.length];
		for (int i = 0; i < this.hashes.length; i++) {
			if (this.hashes[i] != 0) {
				int place = place(hashes, this.hashes[i]);
				hashes[place] = this.hashes[i];
				rows[place] = this.rows[i];
			}
		}
		this.hashes = hashes;
		this.rows = rows;
	}

	private static int place(long[] hashes, long hash) {
		int place = (int) (hash >>> 20) & hashes.length - 1;
		while (hashes[place] != 0 && hashes[place] != hash) {
			place = place + 1 & hashes.length - 1;
		}
		return place;
	}

	/// A second hash of another kind, so that two texts with one `hashCode` stay apart.
	private static long text(Object value) {
		long hash = 0xcbf29ce484222325L;
		var text = value.toString();
		for (int i = 0; i < text.length(); i++) {
			hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
		}
		return hash;
	}

	private static long mixed(long hash) {
		long mixed = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
		return mixed ^ mixed >>> 31;
	}

}
