package org.packhorse.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.packhorse.writer.pdf.PdfAsText;

/// What a pack says, read back from one of its files: headings and tables in their order. White space is left out, since
/// where a line breaks is each format's own affair.
record Contents(List<String> headings, List<Table> tables) {

	/// A table by its caption; the heading row comes first.
	record Table(String caption, List<List<String>> rows) {
	}

	static Contents ofHtml(byte[] file) {
		var page = Jsoup.parse(new String(file, StandardCharsets.UTF_8));
		page.select("[aria-hidden=true]").remove();
		var headings = page.select("main h2, main h3, main h4, main h5, main h6").eachText();
		var tables = page.select("main table").stream().filter(table -> table.closest("figure, details") == null).map(Contents::table).toList();
		return new Contents(headings.stream().map(Contents::bare).toList(), tables);
	}

	private static Table table(Element table) {
		var rows = table.select("tr").stream().map(row -> row.select("th, td").eachText().stream().map(Contents::bare).toList()).toList();
		var caption = table.selectFirst("caption");
		return new Table(caption == null ? "" : bare(caption.text()), rows);
	}

	static Contents ofWord(byte[] file) throws IOException {
		try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
			var headings = document.getParagraphs()
				.stream()
				.filter(paragraph -> paragraph.getStyle() != null && paragraph.getStyle().matches("Heading\\d"))
				.map(XWPFParagraph::getText)
				.map(Contents::bare)
				.toList();
			return new Contents(headings, document.getTables().stream().map(Contents::table).toList());
		}
	}

	private static Table table(XWPFTable table) {
		var rows = table.getRows().stream().map(row -> row.getTableCells().stream().map(Contents::words).toList()).toList();
		var caption = table.getCTTbl().getTblPr().getTblCaption();
		return new Table(caption == null ? "" : bare(caption.getVal()), rows);
	}

	private static String words(XWPFTableCell cell) {
		return bare(cell.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining()));
	}

	static Contents ofPdf(byte[] file) throws IOException {
		var headings = new ArrayList<String>();
		var tables = new ArrayList<Table>();
		var tags = new Tags(PdfAsText.of(file).lines().toList());
		while (tags.more()) {
			var tag = tags.next();
			if (tag.matches("H\\d")) {
				headings.add(tags.words());
			}
			else if (tag.equals("Table")) {
				tables.add(tags.table());
			}
		}
		return new Contents(headings, tables);
	}

	private static String bare(String words) {
		return words.replaceAll("[\\s\\u00A0\\u200B\\u00AD]+", "");
	}

	/// Walks the lines of a tag tree, in which depth is two spaces.
	private static final class Tags {

		private final List<String> lines;

		private int at;

		Tags(List<String> lines) {
			this.lines = lines.subList(0, lines.indexOf(""));
		}

		boolean more() {
			return this.at < this.lines.size();
		}

		String next() {
			return this.lines.get(this.at++).strip();
		}

		/// The words below the tag that was read last.
		String words() {
			var depth = depth(this.at - 1);
			var words = new StringBuilder();
			while (more() && depth(this.at) > depth) {
				var line = next();
				if (line.startsWith("\"")) {
					words.append(line, 1, line.length() - 1);
				}
			}
			return bare(words.toString());
		}

		Table table() {
			var depth = depth(this.at - 1);
			var rows = new ArrayList<List<String>>();
			var caption = "";
			while (more() && depth(this.at) > depth) {
				var tag = next();
				if (tag.equals("Caption")) {
					caption = words();
				}
				else if (tag.equals("TR")) {
					rows.add(new ArrayList<>());
				}
				else if (tag.startsWith("TH ") || tag.equals("TH") || tag.startsWith("TD")) {
					rows.getLast().add(words());
				}
			}
			return new Table(caption, rows);
		}

		private int depth(int line) {
			return this.lines.get(line).length() - this.lines.get(line).stripLeading().length();
		}

	}

}
