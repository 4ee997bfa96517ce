package org.packhorse.writer.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block;

/// What must be known of a document before it is written: its sections in reading order, the bookmark that each one's
/// links go to, and how many charts are drawn.
final class Outline {

	/// A section and how deep it stands, from 1.
	record Entry(Block.Section section, int depth) {
	}

	private static final int LONGEST_BOOKMARK = 40;

	private final List<Entry> entries = new ArrayList<>();

	private final Map<String, String> bookmarks = new HashMap<>();

	private final Set<String> taken = new HashSet<>();

	private int charts;

	static Outline of(List<Block> blocks) {
		var outline = new Outline();
		outline.add(blocks, 1);
		return outline;
	}

	private void add(List<Block> blocks, int depth) {
		for (var block : blocks) {
			if (block instanceof Block.Section section) {
				this.entries.add(new Entry(section, depth));
				this.bookmarks.computeIfAbsent(section.id(), this::bookmark);
				add(section.blocks(), depth + 1);
			}
			this.charts += block instanceof Block.Chart chart && !chart.words().isEmpty() ? 1 : 0;
		}
	}

	/// Word's bookmarks are letters, digits and underscores, 40 at most, and do not mind case.
	private String bookmark(String id) {
		var plain = "s_" + id.replaceAll("[^A-Za-z0-9]", "_");
		var start = plain.substring(0, Math.min(plain.length(), LONGEST_BOOKMARK - 6));
		var name = start;
		for (int i = 2; !this.taken.add(name.toLowerCase(Locale.ROOT)); i++) {
			name = start + "_" + i;
		}
		return name;
	}

	List<Entry> entries() {
		return this.entries;
	}

	/// How many charts the document draws.
	int charts() {
		return this.charts;
	}

	/// The bookmark of the section with this id, or null when there is no such section.
	@Nullable
	String target(String id) {
		return this.bookmarks.get(id);
	}

}
