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

	/// Different notices of one topic; further ones are counted.
	private static final int WORDINGS = 20;

	private static final String FURTHER = "";

	private final String file;

	private final List<TrackerProblem> problems = new ArrayList<>();

	/// By topic and words: what was read in the same way is drawn together, and nothing else.
	private final Map<String, Map<String, Notice>> notices = new LinkedHashMap<>();

	private final Map<String, Percentages> percentages = new LinkedHashMap<>();

	private long count;

	Findings(String file) {
		this.file = file;
	}

	/// Notices in the same words: the first few places, and how many there are.
	private static final class Notice {

		private final String words;

		private final List<String> places = new ArrayList<>();

		private long count;

		private Notice(String words) {
			this.words = words;
		}

		private String shown() {
			var more = (this.count > this.places.size()) ? " and %,d more".formatted(this.count - this.places.size()) : "";
			var where = String.join("; ", this.places) + more;
			if (this.words.equals(FURTHER)) {
				return "%,d more of this kind, read alike (%s)".formatted(this.count, where);
			}
			if (this.count == 1) {
				return where.isEmpty() ? this.words : where + ": " + this.words;
			}
			return "%,d times: %s (%s)".formatted(this.count, this.words, where);
		}

	}

	/// Readings of one indicator that were written as percentages: the first places, and how many there are.
	static final class Percentages {

		private final List<Place> places = new ArrayList<>();

		private long count;

		List<Place> places() {
			return this.places;
		}

		long unlisted() {
			return this.count - this.places.size();
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

	/// Notes how something was understood; notices of one topic stand together, those in the same words as one.
	void say(String topic, Place place, String words) {
		var ofTopic = this.notices.computeIfAbsent(topic, (_) -> new LinkedHashMap<>());
		var own = ofTopic.containsKey(words) || ofTopic.size() < WORDINGS ? words : FURTHER;
		var notice = ofTopic.computeIfAbsent(own, Notice::new);
		notice.count++;
		if (notice.places.size() < PLACES) {
			var where = at(place, "", "").place().substring(this.file.length());
			notice.places.add(where.startsWith(", ") ? where.substring(2) : where);
		}
	}

	/// Keeps in mind that a reading was written as a percentage: whether it may be, its indicator's unit says later.
	void percentage(String kpi, Place place) {
		var ofKpi = this.percentages.computeIfAbsent(kpi, (_) -> new Percentages());
		ofKpi.count++;
		if (ofKpi.places.size() < LISTED) {
			ofKpi.places.add(place);
		}
	}

	/// The readings written as percentages, by indicator.
	Map<String, Percentages> percentages() {
		return this.percentages;
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
		return this.notices.values().stream().flatMap((ofTopic) -> ofTopic.values().stream()).map(Notice::shown).toList();
	}

}
