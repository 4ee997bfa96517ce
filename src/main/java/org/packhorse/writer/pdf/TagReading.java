package org.packhorse.writer.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfString;
import org.packhorse.document.Cover;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said;

/// One way through the tags of a PDF.
final class TagReading {

	private final PdfReader reader;

	private final ReadTag document;

	private final List<Part> parts = new ArrayList<>();

	TagReading(PdfReader reader) throws IOException {
		this.reader = reader;
		var root = reader.getCatalog().getAsDict(PdfName.STRUCTTREEROOT);
		if (root == null) {
			throw new IOException("the file has no tags");
		}
		this.document = ReadTag.root(root, Pages.of(reader));
	}

	ReadBack whole() {
		var top = this.document.kids().getFirst().kids();
		top.stream().skip(1).filter(part -> part.kids("TOC").isEmpty()).forEach(this::part);
		return new ReadBack(top.getFirst().role().equals("Div") ? letterhead(top.getFirst()) : front(top.getFirst()), this.parts);
	}

	/// The draft's words stand above the facts, the marking below them.
	private ReadBack.Front front(ReadTag cover) {
		var organisation = "";
		var subtitle = "";
		var title = "";
		var facts = new ArrayList<ReadBack.Fact>();
		var lines = new ArrayList<String>();
		for (ReadTag tag : cover.kids()) {
			switch (tag.role()) {
				case "H1" -> title = tag.words();
				case "L" -> tag.kids().forEach(item -> facts.add(new ReadBack.Fact(item.kid("Lbl").words(), item.kid("LBody").words())));
				case "P" -> {
					if (title.isEmpty()) {
						organisation = tag.words();
					}
					else {
						lines.add(tag.words());
					}
				}
				default -> { /* the logo, which is the house's */ }
			}
		}
		var draft = this.document.pages().watermark();
		lines.remove(draft);
		// Below the facts or, where there are none, known by the head of every page.
		boolean marked = !lines.isEmpty() && (facts.isEmpty() ? this.document.pages().heads(lines.getLast()) : cover.kids().getLast().role().equals("P"));
		var marking = marked ? lines.removeLast() : "";
		subtitle = String.join(" ", lines);
		return new ReadBack.Front(title, subtitle, organisation, language(), marking, draft, facts, Cover.Front.PAGE);
	}

	/// Draft's words and marking stand above the box of the letterhead, a letter's title below it.
	private ReadBack.Front letterhead(ReadTag letter) {
		var box = letter.kid("Div");
		var draft = this.document.pages().watermark();
		var lines = letter.kids("P").stream().map(ReadTag::words).collect(Collectors.toCollection(ArrayList::new));
		lines.remove(draft);
		var right = Stream.concat(box.kids().stream().skip(1), letter.kids("H1").stream()).map(ReadTag::words).collect(Collectors.joining(" "));
		return new ReadBack.Front("", right, box.kids().getFirst().words(), language(), String.join(" ", lines), draft, List.of(), Cover.Front.LETTERHEAD);
	}

	private String language() {
		return this.reader.getCatalog().get(PdfName.LANG) instanceof PdfString language ? language.toUnicodeString() : "";
	}

	private void part(ReadTag tag) {
		switch (tag.role()) {
			case "Sect" -> tag.kids().forEach(this::part);
			case "H1", "H2", "H3", "H4", "H5", "H6" -> this.parts.add(new Part.Heading(tag.role().charAt(1) - '0', tag.words()));
			case "L" -> list(tag);
			case "Table" -> this.parts.add(table(tag));
			case "Div" -> this.parts.add(tag.kids("Caption").isEmpty() ? callout(tag) : chart(tag));
			case "Figure" -> this.parts.add(new Part.Picture(tag.alternative()));
			default -> {
				if (!tag.said().isEmpty()) {
					this.parts.add(new Part.Paragraph(tag.said()));
				}
			}
		}
	}

	private void list(ReadTag list) {
		var items = list.kids("LI");
		if (list.kids("Caption").isEmpty()) {
			items.forEach(item -> this.parts.add(new Part.Item(item.kid("Lbl").words(), item.kid("LBody").said())));
		}
		else {
			this.parts.add(new Part.Figures(list.kid("Caption").words(),
					items.stream().map(item -> item.kid("LBody").figure(item.kid("Lbl").words())).toList()));
		}
	}

	private static Part table(ReadTag table) {
		var header = table.kids("THead").stream().flatMap(head -> head.kid("TR").kids().stream()).map(ReadTag::words).toList();
		var rows = table.kid("TBody").kids();
		if (rows.size() == 1 && rows.getFirst().kids().size() == 1 && rows.getFirst().kids().getFirst().spans()) {
			return new Part.Table(table.caption(), header, List.of(), rows.getFirst().words());
		}
		return new Part.Table(table.caption(), header, rows.stream().map(row -> row.kids().stream().map(ReadTag::said).toList()).toList(), "");
	}

	private static Part callout(ReadTag box) {
		var paragraphs = box.kids().stream().skip(1).map(ReadTag::said).filter(said -> !said.isEmpty()).toList();
		return new Part.Callout(box.kids().getFirst().bar(), box.kids().getFirst().words(), paragraphs);
	}

	private static Part chart(ReadTag chart) {
		if (chart.kids("Figure").isEmpty()) {
			return new Part.Chart(chart.kid("Caption").words(), chart.kid("P").words(), "", List.of(), List.of());
		}
		var figure = chart.kid("Figure");
		var lines = figure.names().stream().sorted(Comparator.comparing(line -> Said.bare(line.name() + line.values()))).toList();
		return new Part.Chart(chart.kid("Caption").words(), figure.alternative(), "", List.of(), lines);
	}

}
