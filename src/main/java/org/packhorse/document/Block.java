package org.packhorse.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A part of a pack. Sections nest and their depth is their heading level, so that no level can be skipped.
public sealed interface Block {

	/// Where the block was written.
	Position at();

	/// A heading with what stands below it; `id` is unique in the pack and the target of links, `number` is "2.1" in a
	/// numbered pack and blank in others (the heading's printed text is number, space, title).
	record Section(Position at, String id, String number, String title, List<Block> blocks) implements Block {
		public Section {
			Demand.words(id, "a section's id");
			Demand.words(title, "a section's title");
			blocks = List.copyOf(blocks);
		}
	}

	/// A paragraph; `number` is "2.1.3" in a numbered pack and blank in others.
	record Paragraph(Position at, String number, List<Inline> words) implements Block {
		public Paragraph {
			words = List.copyOf(words);
		}
	}

	/// A bulleted list.
	record Bullets(Position at, List<List<Inline>> items) implements Block {
		public Bullets {
			Demand.some(items, "a bulleted list");
			items = items.stream().map(List::copyOf).toList();
		}
	}

	/// A numbered list of its own, apart from paragraph numbers; it starts afresh each time.
	record Numbered(Position at, Style style, List<List<Inline>> items) implements Block {

		/// How the items are counted: 1. 2. 3., a) b) c) or i) ii) iii).
		public enum Style {

			DECIMAL, LETTER, ROMAN;

			/// The mark before the item with this index, from 0.
			public String mark(int index) {
				return switch (this) {
					case DECIMAL -> (index + 1) + ".";
					case LETTER -> letters(index) + ")";
					case ROMAN -> roman(index + 1) + ")";
				};
			}

			private static String letters(int index) {
				var letter = String.valueOf((char) ('a' + index % 26));
				return index < 26 ? letter : letters(index / 26 - 1) + letter;
			}

			private static String roman(int number) {
				var values = new int[] { 1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1 };
				var signs = new String[] { "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i" };
				var roman = new StringBuilder();
				for (int i = 0; i < values.length; i++) {
					for (; number >= values[i]; number -= values[i]) {
						roman.append(signs[i]);
					}
				}
				return roman.toString();
			}

		}

		public Numbered {
			Demand.some(items, "a numbered list");
			items = items.stream().map(List::copyOf).toList();
		}
	}

	/// A table of data: a caption, one header row that repeats on every page, and rows. A table without rows says so in
	/// the words of `ifEmpty`. Where a column has `rowHeader`, its cells name their rows.
	record Table(Position at, String caption, List<Column> columns, List<Row> rows, String ifEmpty) implements Block {

		/// A column; `weight` is its share of the width beside the other columns' (1 to 100).
		public record Column(String heading, int weight, Align align, boolean rowHeader) {
			public Column {
				Demand.words(heading, "a column's heading");
				if (weight < 1 || weight > 100) {
					throw new IllegalArgumentException("a column's weight is from 1 to 100, not " + weight);
				}
			}
		}

		/// Where a column's cells stand: at the start of the line (words) or at its end (figures).
		public enum Align {

			START, END

		}

		/// A row with a cell for each column.
		public record Row(List<Cell> cells) {
			public Row {
				cells = List.copyOf(cells);
			}
		}

		public Table {
			Demand.words(caption, "a table's caption");
			Demand.some(columns, "a table's header row");
			Demand.words(ifEmpty, "what an empty table says");
			columns = List.copyOf(columns);
			rows = List.copyOf(rows);
			for (Row row : rows) {
				if (row.cells().size() != columns.size()) {
					throw new IllegalArgumentException("a row has " + row.cells().size() + " cells, the table '" + caption + "' has "
							+ columns.size() + " columns");
				}
			}
		}

	}

	/// A line chart over periods. `alternative` says in words what the chart shows; a `null` value is a gap, never a zero.
	record Chart(Position at, String caption, String alternative, String unit, int decimals, List<String> periods,
			List<Line> lines, List<Event> events) implements Block {

		/// One line of the chart, with a value for each period; `marks` says which points stand out, `null` for the others.
		public record Line(String name, Kind kind, List<@Nullable BigDecimal> values, List<@Nullable Mark> marks) {
			public Line {
				Demand.words(name, "a chart line's name");
				values = Collections.unmodifiableList(Arrays.asList(values.toArray(BigDecimal[]::new)));
				marks = Collections.unmodifiableList(Arrays.asList(marks.toArray(Mark[]::new)));
				for (int i = 0; i < marks.size(); i++) {
					if (marks.get(i) != null && (i >= values.size() || values.get(i) == null)) {
						throw new IllegalArgumentException("the chart line '" + name + "' marks a point that has no value");
					}
				}
			}

			/// A line without marks.
			public Line(String name, Kind kind, List<@Nullable BigDecimal> values) {
				this(name, kind, values, List.of());
			}

			/// The mark of a point, or null.
			public @Nullable Mark mark(int period) {
				return period < this.marks.size() ? this.marks.get(period) : null;
			}

			/// Whether a point has a value.
			public boolean has(int period) {
				return period >= 0 && period < this.values.size() && this.values.get(period) != null;
			}

		}

		/// What a line stands for; how it is drawn belongs to the house style (and never by colour alone).
		public enum Kind {

			/// The readings: solid with a marker at each point.
			ACTUAL,

			/// The target: dashed, no markers.
			TARGET,

			/// Another area's figures: dotted, no markers.
			BENCHMARK,

			/// The mean of a control chart: thin solid; where it changes, it steps.
			MEAN,

			/// A control limit: thin dashed; where it changes, it steps.
			LIMIT;

			/// Whether the line keeps its value until it steps to another, so that nothing slopes between the two.
			public boolean steps() {
				return this == MEAN || this == LIMIT;
			}

		}

		/// A point that is more than usual variation: how it reads, and in words what makes it stand out.
		public record Mark(Reading reading, String words) {
			public Mark {
				Demand.words(words, "a mark's words");
			}
		}

		/// How a point that stands out reads; each has a marker of its own shape.
		public enum Reading {

			IMPROVEMENT("Improvement"), CONCERN("Concern"), NEUTRAL("Unusual, neither better nor worse");

			private final String words;

			Reading(String words) {
				this.words = words;
			}

			/// The reading as legends and tables name it.
			public String words() {
				return this.words;
			}

		}

		/// Something that happened in a period and that a reader of the chart must know.
		public record Event(String period, String words) {
			public Event {
				Demand.words(period, "an event's period");
				Demand.words(words, "an event's words");
			}
		}

		public Chart {
			Demand.words(caption, "a chart's caption");
			Demand.words(alternative, "a chart's text alternative");
			Demand.some(periods, "a chart's periods");
			Demand.some(lines, "a chart's lines");
			periods = List.copyOf(periods);
			lines = List.copyOf(lines);
			events = List.copyOf(events);
			for (Line line : lines) {
				if (line.values().size() != periods.size()) {
					throw new IllegalArgumentException("the chart line '" + line.name() + "' has " + line.values().size()
							+ " values, the chart has " + periods.size() + " periods");
				}
			}
			for (Event event : events) {
				if (!periods.contains(event.period())) {
					throw new IllegalArgumentException("an event is in '" + event.period() + "', which is no period of the chart");
				}
			}
		}

		/// A chart without events.
		public Chart(Position at, String caption, String alternative, String unit, int decimals, List<String> periods, List<Line> lines) {
			this(at, caption, alternative, unit, decimals, periods, lines, List.of());
		}

		/// What its signals, events and emptiness come to in words.
		public ChartWords words() {
			return new ChartWords(this);
		}

	}

	/// A PNG or JPEG picture; `widthMillimetres` is its printed width (10 to 170), its height follows.
	record Picture(Position at, String alternative, String file, Bytes image, int widthMillimetres) implements Block {
		public Picture {
			Demand.words(alternative, "a picture's text alternative");
			if (widthMillimetres < 10 || widthMillimetres > 170) {
				throw new IllegalArgumentException("a picture is 10 to 170 millimetres wide, not " + widthMillimetres);
			}
		}
	}

	/// A box that stands out: a title and paragraphs, with a tone.
	record Callout(Position at, Tone tone, String title, List<List<Inline>> paragraphs) implements Block {
		public Callout {
			Demand.words(title, "a callout's title");
			paragraphs = paragraphs.stream().map(List::copyOf).toList();
		}
	}

	/// A row of headline figures.
	record Scorecard(Position at, String caption, List<Tile> tiles) implements Block {

		/// One headline figure: what it is, the figure, a badge or none, and a line of note or blank.
		public record Tile(String label, Value value, Inline.@Nullable Badge badge, String note) {
			public Tile {
				Demand.words(label, "a tile's label");
			}
		}

		public Scorecard {
			Demand.words(caption, "a scorecard's caption");
			Demand.some(tiles, "a scorecard");
			tiles = List.copyOf(tiles);
		}
	}

	/// Labels with what stands for each, as at the front of a committee report. Its caption names it to who cannot see it, and
	/// to Excel; nothing prints it, because the form's labels and headings stand as the council wrote them.
	record FormTable(Position at, String caption, List<Field> fields) implements Block {

		/// A label and its lines; `beside` puts it into the row of the field before it, so that the row has two labels.
		public record Field(String label, List<List<Inline>> lines, boolean beside) {
			public Field {
				Demand.words(label, "a form field's label");
				lines = lines.stream().map(List::copyOf).toList();
			}

			/// A field with a row of its own, unless the next one stands beside it.
			public Field(String label, List<List<Inline>> lines) {
				this(label, lines, false);
			}
		}

		public FormTable {
			Demand.words(caption, "a form table's caption");
			Demand.some(fields, "a form table");
			fields = List.copyOf(fields);
			for (int i = 0; i < fields.size(); i++) {
				if (fields.get(i).beside() && (i == 0 || fields.get(i - 1).beside())) {
					throw new IllegalArgumentException("the form field '" + fields.get(i).label() + "' has no field to stand beside: a row holds two");
				}
			}
		}

		/// The rows, of one or two fields.
		public List<List<Field>> rows() {
			var rows = new ArrayList<List<Field>>();
			for (Field field : this.fields) {
				rows.add(field.beside() ? List.of(rows.removeLast().getFirst(), field) : List.of(field));
			}
			return rows;
		}

		/// Whether any row holds two fields.
		public boolean isPaired() {
			return this.fields.stream().anyMatch(Field::beside);
		}
	}

	/// Statements that are ticked or answered, such as a council's priorities (x or blank) or yes and no (Y, N). `label` stands
	/// once before all of them and may be blank; the caption is as a form table's.
	record Ticks(Position at, String caption, String label, List<Tick> ticks) implements Block {

		/// A statement and its mark, which may be blank.
		public record Tick(List<Inline> words, String mark) {
			public Tick {
				Demand.some(words, "a tick's words");
				words = List.copyOf(words);
			}
		}

		public Ticks {
			Demand.words(caption, "a tick table's caption");
			Demand.some(ticks, "a tick table");
			ticks = List.copyOf(ticks);
		}
	}

	/// What follows starts on a new page.
	record PageBreak(Position at) implements Block {
	}

}
