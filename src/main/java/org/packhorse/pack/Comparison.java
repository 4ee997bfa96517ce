package org.packhorse.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said;

/// Compares what is to be read in a file with what was read, and says every difference in a sentence.
final class Comparison {

	private final Differences differences;

	private Comparison(Differences differences) {
		this.differences = differences;
	}

	/// The differences between the two, each with the file's name in front.
	static Differences of(String file, ReadBack expected, ReadBack found) {
		var differences = new Differences(file);
		new Comparison(differences).compare(expected, found);
		return differences;
	}

	private void compare(ReadBack expected, ReadBack found) {
		front(expected.front(), found.front());
		var wanted = sections(expected.parts());
		var read = sections(found.parts());
		var renamed = headings(List.copyOf(wanted.keySet()), List.copyOf(read.keySet()));
		wanted.forEach((heading, parts) -> {
			var same = read.get(renamed.getOrDefault(heading, heading));
			if (same != null) {
				new SectionComparison(this.differences, heading).compare(parts, same);
			}
		});
	}

	private void front(ReadBack.Front expected, ReadBack.Front found) {
		this.differences.words("on the cover, title", expected.title(), found.title());
		this.differences.words("on the cover, subtitle", expected.subtitle(), found.subtitle());
		this.differences.words("on the cover, organisation", expected.organisation(), found.organisation());
		this.differences.words("language", expected.language(), found.language());
		this.differences.words("marking", expected.marking(), found.marking());
		this.differences.words("draft's words", expected.draft(), found.draft());
		for (int i = 0; i < Math.max(expected.facts().size(), found.facts().size()); i++) {
			this.differences.words("on the cover, line " + (i + 1), fact(expected.facts(), i), fact(found.facts(), i));
		}
	}

	private static String fact(List<ReadBack.Fact> facts, int index) {
		return index < facts.size() ? facts.get(index).label() + ": " + facts.get(index).words() : "";
	}

	/// What stands below each heading; headings of the same words are told apart by their number.
	private static Map<Place, List<Part>> sections(List<Part> parts) {
		var sections = new LinkedHashMap<Place, List<Part>>();
		var seen = new LinkedHashMap<String, Integer>();
		var current = new ArrayList<Part>();
		sections.put(Place.FRONT, current);
		for (Part part : parts) {
			if (part instanceof Part.Heading heading) {
				int time = seen.merge(Said.bare(heading.words()), 1, Integer::sum);
				current = new ArrayList<>();
				sections.put(new Place(Said.bare(heading.words()), heading.level(), time, Said.of(heading.words()).words()), current);
			}
			else if (!(part instanceof Part.Resumed)) {
				current.add(part);
			}
		}
		return sections;
	}

	/// Compares the headings alone, and says which stand in place of which others.
	private Map<Place, Place> headings(List<Place> expected, List<Place> found) {
		var missing = expected.stream().filter(place -> !found.contains(place)).toList();
		var more = found.stream().filter(place -> !expected.contains(place)).toList();
		var renamed = new LinkedHashMap<Place, Place>();
		if (missing.size() == more.size()) {
			for (int i = 0; i < missing.size(); i++) {
				renamed.put(missing.get(i), more.get(i));
				this.differences.add("headings: expected %s, found %s".formatted(missing.get(i).inWords(), more.get(i).inWords()));
			}
		}
		else {
			missing.forEach(place -> this.differences.add("headings: expected %s, found none".formatted(place.inWords())));
			more.forEach(place -> this.differences.add("headings: found %s, which the pack does not have".formatted(place.inWords())));
		}
		order(expected.stream().filter(found::contains).toList(), found.stream().filter(expected::contains).toList());
		return renamed;
	}

	private void order(List<Place> expected, List<Place> found) {
		for (int i = 0; i < expected.size(); i++) {
			if (!expected.get(i).equals(found.get(i))) {
				this.differences.add("the order of headings: expected %s as number %d, found %s".formatted(expected.get(i).inWords(), i, found.get(i).inWords()));
				return;
			}
		}
	}

	/// A heading: its bare words and level, which time they come, and the words as they are quoted.
	record Place(String bare, int level, int time, String words) {

		static final Place FRONT = new Place("", 0, 0, "");

		@Override
		public boolean equals(Object other) {
			return other instanceof Place place && place.bare.equals(this.bare) && place.level == this.level && place.time == this.time;
		}

		@Override
		public int hashCode() {
			return this.bare.hashCode();
		}

		String inWords() {
			return "'%s' on level %d".formatted(Differences.shortened(this.words), this.level);
		}

		String under() {
			return this == FRONT ? "before the first heading" : "under '" + Differences.shortened(this.words) + "'";
		}

	}

}
