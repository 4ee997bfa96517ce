package org.packhorse.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.Chart.Line;
import org.packhorse.document.Block.Chart.Reading;

/// Says a chart's signals and events in words, the same in every format, so that nobody has to see them.
public record ChartWords(Chart chart) {

	private static final String NOTHING = "There are no figures for these periods.";

	/// Whether there is nothing to draw: no reading at all, or no value where the chart has no line of readings.
	public boolean isEmpty() {
		var readings = this.chart.lines().stream().filter(line -> line.kind() == Chart.Kind.ACTUAL).toList();
		return (readings.isEmpty() ? this.chart.lines() : readings).stream().allMatch(line -> line.values().stream().allMatch(value -> value == null));
	}

	/// What stands in the place of a chart that has nothing to draw.
	public String instead() {
		return this.chart.alternative().equals(NOTHING) ? NOTHING : NOTHING + " " + this.chart.alternative();
	}

	/// The text alternative with every signal and event named.
	public String alternative() {
		var words = new StringBuilder(this.chart.alternative());
		for (Line line : this.chart.lines()) {
			readings(line).forEach(reading -> words.append(' ').append(signals(line, reading)));
		}
		for (String event : events()) {
			words.append(" Event ").append(sentence(event));
		}
		return words.toString();
	}

	/// The events in their order, each with its letter: "A, Apr 2025: A new team began".
	public List<String> events() {
		var events = new ArrayList<String>();
		for (int i = 0; i < this.chart.events().size(); i++) {
			var event = this.chart.events().get(i);
			events.add(letter(i) + ", " + event.period() + ": " + event.words());
		}
		return events;
	}

	/// Whether there is anything to say of single periods.
	public boolean hasRemarks() {
		return !this.chart.events().isEmpty() || this.chart.lines().stream().anyMatch(line -> !readings(line).isEmpty());
	}

	/// What is to be said of a period, or blank.
	public String remark(int period) {
		var remarks = new ArrayList<String>();
		for (Line line : this.chart.lines()) {
			var mark = line.mark(period);
			if (mark != null) {
				remarks.add(of(line) + mark.reading().words() + ": " + mark.words());
			}
		}
		for (var event : this.chart.events()) {
			if (event.period().equals(this.chart.periods().get(period))) {
				remarks.add(event.words());
			}
		}
		return String.join("; ", remarks);
	}

	/// The letters of a period's events, or blank.
	public String letters(int period) {
		var letters = new StringBuilder();
		for (int i = 0; i < this.chart.events().size(); i++) {
			if (this.chart.periods().indexOf(this.chart.events().get(i).period()) == period) {
				letters.append(letters.isEmpty() ? "" : " ").append(letter(i));
			}
		}
		return letters.toString();
	}

	/// Every reading that one of the chart's points has, in its order.
	public Set<Reading> readings() {
		var readings = EnumSet.noneOf(Reading.class);
		this.chart.lines().forEach(line -> readings.addAll(readings(line)));
		return readings;
	}

	/// Every reading that one of the line's points has.
	public static Set<Reading> readings(Line line) {
		var readings = EnumSet.noneOf(Reading.class);
		for (var mark : line.marks()) {
			if (mark != null) {
				readings.add(mark.reading());
			}
		}
		return readings;
	}

	/// "Improvement: May 2025 (above the upper limit), Jun 2025 (above the upper limit)."
	private String signals(Line line, Reading reading) {
		var signals = new ArrayList<String>();
		for (int i = 0; i < line.values().size(); i++) {
			var mark = line.mark(i);
			if (mark != null && mark.reading() == reading) {
				signals.add(this.chart.periods().get(i) + " (" + mark.words() + ")");
			}
		}
		return of(line) + reading.words() + ": " + String.join(", ", signals) + ".";
	}

	/// The line's name where the chart has several lines with signals.
	private String of(Line line) {
		return this.chart.lines().stream().filter(other -> !readings(other).isEmpty()).count() > 1 ? line.name() + ", " : "";
	}

	private static String sentence(String words) {
		return words.matches("(?s).*[.!?]") ? words : words + ".";
	}

	private static String letter(int index) {
		var letter = String.valueOf((char) ('A' + index % 26));
		return index < 26 ? letter : letter(index / 26 - 1) + letter;
	}

}
