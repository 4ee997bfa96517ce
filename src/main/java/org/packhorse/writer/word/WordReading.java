package org.packhorse.writer.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.packhorse.document.Cover;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said;
import org.w3c.dom.Element;

/// One way through the body of a Word file.
final class WordReading {

	private final Map<String, byte[]> file;

	private final Element body;

	private final WordWords words;

	private final List<Part> parts = new ArrayList<>();

	private final List<String> markings = new ArrayList<>();

	private final List<ReadBack.Fact> facts = new ArrayList<>();

	private boolean letter;

	private String title = "";

	private String subtitle = "";

	private String organisation = "";

	/// The words above a table or a chart, until it comes.
	private String caption = "";

	WordReading(Map<String, byte[]> file) {
		this.file = file;
		this.body = Nodes.child(Nodes.root(file.get("word/document.xml")), "body");
		this.words = new WordWords(file, this.body);
	}

	ReadBack whole() {
		Nodes.children(this.body).forEach(this::block);
		var core = Nodes.root(this.file.get("docProps/core.xml"));
		var language = Nodes.all(core, "language").map(Element::getTextContent).collect(Collectors.joining());
		var draft = Nodes.all(Nodes.root(this.file.get("word/header.xml")), "textpath").map(path -> path.getAttribute("string")).collect(Collectors.joining());
		this.markings.remove(draft);
		return new ReadBack(new ReadBack.Front(this.title, this.subtitle, this.organisation, language, String.join(" ", this.markings), draft, this.facts,
				this.letter ? Cover.Front.LETTERHEAD : Cover.Front.PAGE), this.parts);
	}

	/// The contents, which repeat the headings, are the one structured tag of the body.
	private void block(Element block) {
		switch (block.getLocalName()) {
			case "p" -> paragraph(block, PrintedNumbers.style(block));
			case "tbl" -> this.parts.add(table(block));
			default -> { /* the contents, and the properties of the pages */ }
		}
	}

	private void paragraph(Element paragraph, String style) {
		var said = this.words.said(paragraph);
		switch (style) {
			case "Title" -> this.title = said.words();
			case "Subtitle" -> this.subtitle = said.words();
			case "Letterhead" -> letterhead(said);
			case "LetterTitle" -> this.subtitle += " " + said.words();
			case "CoverOrganisation" -> this.organisation = said.words();
			case "CoverMarking" -> this.markings.add(said.words());
			case "CoverFact" -> this.facts.add(fact(paragraph));
			case "CoverLogo" -> { /* a picture of the house, not of the pack */ }
			case "Caption" -> this.caption = said.words();
			case "ChartNote" -> chartNote(said);
			case "ListBullet" -> this.parts.add(new Part.Item("•", said));
			case "ListNumber" -> this.parts.add(new Part.Item(this.words.number(paragraph), said));
			case "CalloutTitle" -> this.parts.add(new Part.Callout(edge(paragraph), said.words(), List.of()));
			case "CalloutText" -> callout(said);
			default -> words(paragraph, style, said);
		}
	}

	/// What stands in the place of a chart, or below it an event that its text alternative names too.
	private void chartNote(Said said) {
		if (!this.caption.isEmpty()) {
			this.parts.add(new Part.Chart(taken(), said.words(), "", List.of(), List.of()));
		}
		else if (!(this.parts.getLast() instanceof Part.Chart chart && chart.alternative().contains(said.words()))) {
			this.parts.add(new Part.Paragraph(said));
		}
	}

	private void words(Element paragraph, String style, Said said) {
		var drawing = Nodes.children(paragraph, "r").flatMap(run -> Nodes.children(run, "drawing")).flatMap(shown -> Nodes.all(shown, "docPr")).findFirst();
		if (drawing.isPresent()) {
			drawing(paragraph, drawing.get().getAttribute("descr"));
		}
		else if (style.matches("Heading\\d")) {
			this.parts.add(new Part.Heading(style.charAt(7) - '0', (this.words.number(paragraph) + " " + said.words()).strip()));
		}
		else if (!this.caption.isEmpty()) {
			this.parts.add(new Part.Table(taken(), List.of(), List.of(), said.words()));
		}
		else if (!said.isEmpty()) {
			this.parts.add(new Part.Paragraph(Said.joined(List.of(Said.of(this.words.number(paragraph) + " "), said))));
		}
	}

	/// The council stands before the first tab, all else behind it.
	private void letterhead(Said said) {
		var sides = said.runs().isEmpty() ? new String[] { "" } : said.runs().getFirst().words().split("\n", 2);
		this.organisation = sides[0];
		this.subtitle = sides.length > 1 ? sides[1] : "";
		this.letter = true;
	}

	private static ReadBack.Fact fact(Element paragraph) {
		var runs = Nodes.children(paragraph, "r").map(run -> Nodes.all(run, "t").map(Element::getTextContent).collect(Collectors.joining())).toList();
		return new ReadBack.Fact(runs.getFirst(), String.join("", runs.subList(1, runs.size())));
	}

	private static String edge(Element paragraph) {
		return Nodes.all(paragraph, "left").findFirst().map(left -> left.getAttribute("w:color")).orElse("");
	}

	private void callout(Said said) {
		if (!said.isEmpty() && !this.parts.isEmpty() && this.parts.getLast() instanceof Part.Callout callout) {
			var paragraphs = new ArrayList<>(callout.paragraphs());
			paragraphs.add(said);
			this.parts.set(this.parts.size() - 1, new Part.Callout(callout.fill(), callout.title(), paragraphs));
		}
	}

	private void drawing(Element paragraph, String alternative) {
		var chart = Nodes.all(paragraph, "chart").findFirst();
		this.parts.add(chart.isEmpty() ? new Part.Picture(alternative)
				: ChartReading.of(this.file.get(this.words.part(chart.get().getAttribute("r:id"))), taken(), alternative));
	}

	private String taken() {
		var taken = this.caption;
		this.caption = "";
		return taken;
	}

	/// A table says its caption twice: above it, and to those who have it read aloud; a form says it to those alone. A cell that goes on
	/// from the row above says nothing.
	private Part table(Element table) {
		var aloud = Nodes.value(table, "tblCaption").orElse("");
		var above = taken();
		boolean form = Nodes.value(table, "tblStyle").orElse("").equals("PackForm");
		var caption = form && above.isEmpty() ? aloud : Said.bare(above).equals(Said.bare(aloud)) ? above : above + " / " + aloud;
		var rows = Nodes.children(table, "tr").map(row -> Nodes.children(row, "tc").filter(WordReading::begins).map(this::cell).toList()).collect(Collectors.toCollection(ArrayList::new));
		var headed = Nodes.children(table, "tr").findFirst().filter(row -> Nodes.all(row, "tblHeader").findAny().isPresent()).isPresent();
		var header = headed ? rows.removeFirst().stream().map(Said::words).toList() : List.<String>of();
		return Nodes.all(table, "pStyle").anyMatch(style -> style.getAttribute("w:val").equals("TileFigure")) ? figures(caption, rows)
				: new Part.Table(caption, header, rows, "");
	}

	private static boolean begins(Element cell) {
		return Nodes.all(cell, "vMerge").allMatch(merge -> merge.getAttribute("w:val").equals("restart"));
	}

	private Said cell(Element cell) {
		var lines = new ArrayList<Said>();
		Nodes.children(cell, "p").forEach(paragraph -> lines.addAll(List.of(this.words.said(paragraph), Said.of("\n"))));
		return Said.joined(lines);
	}

	private static Part figures(String caption, List<List<Said>> rows) {
		return new Part.Figures(caption, rows.stream()
			.map(row -> new ReadBack.Figure(row.getFirst().words(), row.get(1).words(), Said.joined(row.subList(2, row.size()))))
			.toList());
	}

}
