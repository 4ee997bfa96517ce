package org.packhorse.tracker;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// One file of a load, and what has become known of it so far.
final class TrackerFile {

	private final ImportFile source;

	private final int number;

	private final Findings findings;

	private final Map<TrackerTable, Layout> layouts = new EnumMap<>(TrackerTable.class);

	private final Map<TrackerTable, Tally> tallies = new EnumMap<>(TrackerTable.class);

	/// How many rows of a table were read, and what merging made of them.
	static final class Tally {

		private long read;

		private long added;

		private long changed;

		private final Repeats repeats = new Repeats();

		private final Map<String, Long> councils = new TreeMap<>();

		Repeats repeats() {
			return this.repeats;
		}

		long read() {
			return this.read;
		}

		/// How many rows are of which council, where rows are of one.
		Map<String, Long> councils() {
			return this.councils;
		}

		void merged(long added, long changed) {
			this.added = added;
			this.changed = changed;
		}

		private LoadedFile.Table of(TrackerTable table, boolean in) {
			var unchanged = in ? this.read - this.added - this.changed : 0;
			return new LoadedFile.Table(table.tableName(), this.read, in ? this.added : 0, in ? this.changed : 0, unchanged);
		}

	}

	TrackerFile(ImportFile source, int number) {
		this.source = source;
		this.number = number;
		this.findings = new Findings(source.name());
	}

	ImportFile source() {
		return this.source;
	}

	Path path() {
		return this.source.path();
	}

	int number() {
		return this.number;
	}

	Findings findings() {
		return this.findings;
	}

	/// Takes a table in; false when the file has brought it before.
	boolean begin(Layout layout) {
		this.tallies.put(layout.table(), new Tally());
		return this.layouts.putIfAbsent(layout.table(), layout) == null;
	}

	boolean has(TrackerTable table) {
		return this.layouts.containsKey(table);
	}

	void count(TrackerRow row) {
		var tally = tally(row.table());
		tally.read++;
		row.council().ifPresent(council -> tally.councils.merge(council, 1L, Long::sum));
		tally.repeats.add(row);
	}

	/// The tables that the file brings, in the order of merging.
	List<TrackerTable> tables() {
		return List.copyOf(this.layouts.keySet());
	}

	Tally tally(TrackerTable table) {
		return present(this.tallies.get(table), table);
	}

	Layout layout(TrackerTable table) {
		return present(this.layouts.get(table), table);
	}

	private static <T> T present(@Nullable T value, TrackerTable table) {
		if (value == null) {
			throw new IllegalStateException("the file does not bring " + table);
		}
		return value;
	}

	/// What is told of the file in the end.
	LoadedFile outcome() {
		var in = !this.findings.faulty();
		var tables = tables().stream().map((table) -> tally(table).of(table, in)).toList();
		return new LoadedFile(path(), tables, this.findings.said(), this.findings.problems(), this.findings.count(), in);
	}

}
