package org.packhorse.writer.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;

import org.openpdf.text.pdf.PdfReader;
import org.packhorse.writer.Look;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackReader;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said;
import org.springframework.stereotype.Component;

/// Reads a PDF back as a screen reader does, by its tags, and takes badges' colours from what is drawn behind their words.
@Component
class PdfPackReader implements PackReader {

	private static final int DEEPEST_HEADING = 6;

	@Override
	public PackFormat format() {
		return PackFormat.PDF;
	}

	@Override
	public ReadBack read(InputStream file) throws IOException {
		try (var reader = new PdfReader(file)) {
			return shown(new TagReading(reader).whole());
		}
	}

	/// A chart is drawn: each line stands there as its name and its last figure. Below six levels of headings there are none. A
	/// character that neither house font nor stand-in has is shown by a look-alike, a word of the same meaning, or a box.
	@Override
	public ReadBack shown(ReadBack whole) {
		var front = whole.front().placed();
		var facts = front.facts().stream().map(fact -> new ReadBack.Fact(printed(fact.label()), printed(fact.words()))).toList();
		return new ReadBack(new ReadBack.Front(printed(front.title()), printed(front.subtitle()), printed(front.organisation()), front.language(),
				printed(front.marking()), printed(front.draft()), facts, front.begins()), whole.parts().stream().map(PdfPackReader::shown).toList());
	}

	private static Part shown(Part part) {
		return switch (part) {
			case Part.Heading heading -> new Part.Heading(Math.min(heading.level(), DEEPEST_HEADING), printed(heading.words()));
			case Part.Paragraph paragraph -> new Part.Paragraph(printed(paragraph.words()));
			case Part.Item item -> new Part.Item(item.mark(), printed(item.words()));
			case Part.Table table -> new Part.Table(printed(table.caption()), table.header().stream().map(PdfPackReader::printed).toList(),
					table.rows().stream().map(PdfPackReader::printed).toList(), printed(table.ifEmpty()));
			case Part.Figures figures -> new Part.Figures(printed(figures.caption()),
					figures.figures().stream().map(figure -> new ReadBack.Figure(printed(figure.label()), printed(figure.value()), printed(figure.more()))).toList());
			case Part.Chart chart -> new Part.Chart(printed(chart.caption()), chart.alternative(), "", List.of(), chart.series()
				.stream()
				.map(line -> new ReadBack.Series(printed(line.name()), List.of(last(line))))
				.sorted(Comparator.comparing(line -> Said.bare(line.name() + line.values())))
				.toList());
			case Part.Resumed _, Part.Picture _ -> part;
			case Part.Callout callout -> new Part.Callout(callout.fill(), printed(callout.title()), printed(callout.paragraphs()));
		};
	}

	private static String last(ReadBack.Series line) {
		return line.values().stream().filter(value -> !value.isEmpty()).reduce("", (_, later) -> later);
	}

	private static List<Said> printed(List<Said> said) {
		return said.stream().map(PdfPackReader::printed).toList();
	}

	private static Said printed(Said said) {
		return new Said(said.runs().stream().map(run -> new Said.Run(run.kind(), printed(run.words()), printed(run.about()))).toList());
	}

	/// What is printed of these words by the fonts that every pack has; a house's own may have more.
	private static String printed(String words) {
		if (words.chars().allMatch(c -> c < 0x7F)) {
			return words;
		}
		return Glyphs.folded(words, PdfFonts.of(Look.plain()));
	}

}
