package org.packhorse.tracker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What reading a file brought up: faults, and notices of what was understood in its own way.
final class Findings {

	private static final int LISTED = 1_000;

	private static final int PLACES = 3;

	private final String file;

	private final List<TrackerProblem> problems = new ArrayList<>();

	private final Map<String, Notice> notices = new LinkedHashMap<>();

	private long count;

	Findings(String file) {
		this.file = file;
	}

	/// Notices of one kind: the first few places, and how many there are.
	private static final class Notice {

		private final String first;

		private final List<String> places = new ArrayList<>();

		private long count;

		private Notice(String first) {
			this.first = first;
		}

		private String words() {
			if (this.count == 1) {
				return this.places.getFirst().isEmpty() ? this.first : this.places.getFirst() + ": " + this.first;
			}
			var more = (this.count > this.places.size()) ? " and %,d more".formatted(this.count - this.places.size()) : "";
			return "%,d times, at first %s (%s%s)".formatted(this.count, this.first, String.join("; ", this.places), more);
		}

	}

	/// Where something is; a row of 0 stands for the sheet or file as a whole.
	record Place(String sheet, int row, int line, String column, String cell) {

		static final Place FILE = new Place("", 0, 0, "", "");

		static Place line(int line) {
			return new Place("", line, line, "", "");
		}

		static Place sheet(String sheet) {
			return new Place(sheet, 0, 0, "", "");
		}

	}

	void problem(Place place, String found, String remedy) {
		this.count++;
		if (this.problems.size() < LISTED) {
			this.problems.add(at(place, found, remedy));
		}
	}

	/// Counts faults that are not listed one by one.
	void uncounted(long further) {
		this.count += further;
	}

	private TrackerProblem at(Place place, String found, String remedy) {
		return new TrackerProblem(this.file, place.sheet(), place.row(), place.line(), place.column(), place.cell(), found, remedy);
	}

	/// Notes how something was understood; notices of one topic are drawn together.
	void say(String topic, Place place, String words) {
		var notice = this.notices.computeIfAbsent(topic, (_) -> new Notice(words));
		notice.count++;
		if (notice.places.size() < PLACES) {
			var where = at(place, "", "").place().substring(this.file.length());
			notice.places.add(where.startsWith(", ") ? where.substring(2) : where);
		}
	}

	boolean faulty() {
		return this.count > 0;
	}

	long count() {
		return this.count;
	}

	/// The listed faults by sheet and row; those of the file or a whole sheet come first.
	List<TrackerProblem> problems() {
		return this.problems.stream().sorted(Comparator.comparing(TrackerProblem::sheet).thenComparing(TrackerProblem::row)).toList();
	}

	List<String> said() {
		return this.notices.values().stream().map(Notice::words).toList();
	}

}
