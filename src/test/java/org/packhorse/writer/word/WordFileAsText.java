package org.packhorse.writer.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

import org.w3c.dom.Element;

/// A Word file as lines of text: style, printed number and words of each paragraph, tables row by row, charts by their values.
public final class WordFileAsText {

	private final Map<String, byte[]> parts;

	private final PrintedNumbers numbers;

	private final StringBuilder text = new StringBuilder();

	private WordFileAsText(byte[] file) throws IOException {
		this.parts = parts(file);
		this.numbers = new PrintedNumbers(Nodes.root(this.parts.get("word/numbering.xml")), Nodes.root(this.parts.get("word/styles.xml")));
	}

	/// The whole file.
	public static String of(byte[] file) throws IOException {
		var reader = new WordFileAsText(file);
		reader.head("core properties", "docProps/core.xml");
		reader.head("header", "word/header.xml");
		reader.head("footer", "word/footer.xml");
		reader.blocks(Nodes.child(Nodes.root(reader.parts.get("word/document.xml")), "body"), "");
		reader.parts.keySet().stream().filter(name -> name.matches("word/charts/chart\\d+\\.xml")).forEach(reader::chart);
		return reader.text.toString();
	}

	/// The parts by name, in the order they stand in the file.
	public static Map<String, byte[]> parts(byte[] file) throws IOException {
		var parts = new LinkedHashMap<String, byte[]>();
		try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts.put(entry.getName(), zip.readAllBytes());
			}
		}
		return parts;
	}

	/// One part's XML.
	static String part(byte[] file, String name) throws IOException {
		return new String(parts(file).get(name), StandardCharsets.UTF_8);
	}

	private void head(String title, String part) {
		var words = Nodes.all(Nodes.root(this.parts.get(part)))
			.filter(node -> Nodes.children(node).findAny().isEmpty())
			.map(node -> "tab".equals(node.getLocalName()) ? "\t" : node.hasAttribute("string") ? "[" + node.getAttribute("string") + "]" : node.getTextContent())
			.filter(line -> !line.isEmpty())
			.collect(Collectors.joining("core properties".equals(title) ? " | " : ""));
		this.text.append(title).append(": ").append(words).append('\n');
	}

	private void blocks(Element parent, String indent) {
		Nodes.children(parent).forEach(node -> {
			switch (node.getLocalName()) {
				case "p" -> this.text.append(indent).append(paragraph(node)).append('\n');
				case "tbl" -> table(node, indent);
				case "sdt" -> blocks(Nodes.child(node, "sdtContent"), indent + "  ");
				default -> {
				}
			}
		});
	}

	private String paragraph(Element paragraph) {
		var number = this.numbers.of(paragraph);
		var broken = Nodes.all(paragraph).anyMatch(node -> "pageBreakBefore".equals(node.getLocalName())) ? "---- page\n" : "";
		return broken + "[" + PrintedNumbers.style(paragraph) + "] " + (number.isEmpty() ? "" : number + " ") + words(paragraph);
	}

	private static String words(Element parent) {
		return Nodes.children(parent).map(WordFileAsText::inline).collect(Collectors.joining());
	}

	private static String inline(Element node) {
		return switch (node.getLocalName()) {
			case "r" -> run(node);
			case "hyperlink" -> "<" + words(node) + " -> " + node.getAttribute(node.hasAttribute("r:id") ? "r:id" : "w:anchor") + ">";
			case "bookmarkStart" -> "{" + node.getAttribute("w:name") + "}";
			default -> "";
		};
	}

	private static String run(Element run) {
		var words = Nodes.children(run).map(node -> switch (node.getLocalName()) {
			case "t" -> node.getTextContent();
			case "br" -> " / ";
			case "tab" -> "\t";
			case "instrText" -> "(field" + node.getTextContent() + ")";
			case "AlternateContent" -> "(small drawing: " + Nodes.find(node, "docPr").getAttribute("descr") + ", else: " + Nodes.child(node, "Fallback").getTextContent() + ")";
			case "drawing" -> "(drawing: " + Nodes.find(node, "docPr").getAttribute("descr") + ")";
			default -> "";
		}).collect(Collectors.joining());
		var style = Nodes.all(run).filter(node -> "rStyle".equals(node.getLocalName())).findFirst();
		return style.map(name -> name.getAttribute("w:val") + "(" + words.replace('\u00A0', '~') + ")").orElse(words);
	}

	private void table(Element table, String indent) {
		this.text.append(indent).append("table \"").append(Nodes.find(table, "tblCaption").getAttribute("w:val")).append("\"\n");
		Nodes.children(table).filter(row -> "tr".equals(row.getLocalName())).forEach(row -> {
			var header = Nodes.all(row).anyMatch(node -> "tblHeader".equals(node.getLocalName()));
			var cells = Nodes.children(row)
				.filter(cell -> "tc".equals(cell.getLocalName()))
				.map(cell -> Nodes.children(cell).filter(node -> "p".equals(node.getLocalName())).map(this::paragraph).collect(Collectors.joining(" // ")))
				.collect(Collectors.joining(" | "));
			this.text.append(indent).append(header ? "  = " : "  - ").append(cells).append('\n');
		});
	}

	private void chart(String part) {
		this.text.append(part).append('\n');
		Nodes.all(Nodes.root(this.parts.get(part))).filter(node -> "ser".equals(node.getLocalName())).forEach(series -> {
			var points = Nodes.all(Nodes.child(series, "val"))
				.filter(node -> "pt".equals(node.getLocalName()))
				.map(point -> point.getAttribute("idx") + "=" + point.getTextContent())
				.collect(Collectors.joining(" "));
			this.text.append("  ").append(Nodes.find(Nodes.child(series, "tx"), "v").getTextContent()).append(": ");
			this.text.append(Nodes.all(series).filter(node -> "prstDash".equals(node.getLocalName())).findFirst().map(dash -> dash.getAttribute("val")).orElse("no line")).append(' ');
			this.text.append(Nodes.find(series, "symbol").getAttribute("val")).append(" | ").append(points);
			Nodes.all(series).filter(node -> "dLbl".equals(node.getLocalName())).forEach(label -> this.text.append(" | ").append(label.getTextContent()).append(" at ")
				.append(Nodes.find(label, "idx").getAttribute("val")));
			this.text.append('\n');
		});
		book(part.replace("charts/", "embeddings/").replace(".xml", ".xlsx"));
	}

	/// The workbook that "Edit data" opens.
	private void book(String part) {
		try {
			Nodes.all(Nodes.root(parts(this.parts.get(part)).get("xl/worksheets/sheet1.xml"))).filter(node -> "row".equals(node.getLocalName()))
				.forEach(row -> this.text.append("  ").append(Nodes.children(row).map(cell -> cell.getAttribute("r") + "=" + cell.getTextContent())
					.collect(Collectors.joining(" | "))).append('\n'));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
