package org.packhorse.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said;

/// How much was read, so that a proof says what it rests on.
record Volume(long headings, long tables, long cells, long badges, long charts) {

	static Volume of(ReadBack read) {
		var said = new ArrayList<Said>();
		long cells = 0;
		for (Part part : read.parts()) {
			switch (part) {
				case Part.Table table -> {
					table.rows().forEach(said::addAll);
					cells += table.rows().stream().mapToLong(List::size).sum();
				}
				case Part.Ticks ticks -> ticks.ticks().forEach(tick -> said.add(tick.words()));
				case Part.Paragraph paragraph -> said.add(paragraph.words());
				case Part.Item item -> said.add(item.words());
				case Part.Figures figures -> figures.figures().forEach(figure -> said.add(figure.more()));
				case Part.Callout callout -> said.addAll(callout.paragraphs());
				case Part.Heading _, Part.Resumed _, Part.Chart _, Part.Picture _ -> { /* counted below, or without cells and badges */ }
			}
		}
		long badges = said.stream().flatMap(words -> words.runs().stream()).filter(run -> run.kind() == Said.Kind.BADGE).count();
		return new Volume(count(read, Part.Heading.class), count(read, Part.Table.class), cells, badges, count(read, Part.Chart.class));
	}

	private static long count(ReadBack read, Class<? extends Part> kind) {
		return read.parts().stream().filter(kind::isInstance).count();
	}

	String inWords() {
		return "%s, %s with %s, %s, %s".formatted(counted(this.headings, "heading"), counted(this.tables, "table"), counted(this.cells, "cell"),
				counted(this.badges, "badge"), counted(this.charts, "chart"));
	}

	private static String counted(long number, String what) {
		return String.format(Locale.UK, "%,d %s%s", number, what, number == 1 ? "" : "s");
	}

}
