package org.packhorse.writer.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Position;
import org.packhorse.writer.excel.Sheet.Grid;

/// Streams worksheets as XML: rows go out one by one and are never held.
final class SheetXml {

	// More links than these on one sheet make Excel repair the file.
	private static final int MOST_LINKS = 65_530;

	private final BookLayout.Book book;

	private final StyleSheet styles;

	private final SharedStrings strings;

	private final PageXml page;

	private final String accent;

	private final Unshown unshown;

	SheetXml(BookLayout.Book book, StyleSheet styles, SharedStrings strings, PageXml page, String accent, Unshown unshown) {
		this.book = book;
		this.styles = styles;
		this.strings = strings;
		this.page = page;
		this.accent = accent;
		this.unshown = unshown;
	}

	private record Link(String cell, Goal goal) {
	}

	/// Writes a sheet's part and notes in `relations` what it refers to; `drawing` is the drawing's part or null, `tables`
	/// are the tables' parts.
	void write(XmlOut xml, Sheet sheet, Relations relations, @Nullable String drawing, List<String> tables) throws IOException {
		xml.raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"");
		xml.raw(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">");
		xml.raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
		view(xml, sheet);
		columns(xml, sheet.frame().widths());
		var links = rows(xml, sheet);
		links(xml, links, relations);
		this.page.write(xml, sheet.frame().pages());
		numbersAsWords(xml, sheet.grids());
		if (drawing != null) {
			xml.raw("<drawing").attribute("r:id", relations.part("drawing", drawing)).raw("/>");
		}
		tables(xml, tables, relations);
		Sparked.write(xml, sheet.sparked(), this.accent);
		xml.raw("</worksheet>");
	}

	private void view(XmlOut xml, Sheet sheet) throws IOException {
		var frame = sheet.frame();
		var cover = sheet == this.book.sheets().getFirst();
		xml.raw("<sheetViews><sheetView showGridLines=\"0\"").raw(cover ? " tabSelected=\"1\"" : "").raw(" workbookViewId=\"0\">");
		if (frame.rows() > 0) {
			xml.raw("<pane");
			if (frame.columns() > 0) {
				xml.attribute("xSplit", frame.columns());
			}
			var corner = frame.columns() > 0 ? "bottomRight" : "bottomLeft";
			xml.attribute("ySplit", frame.rows()).attribute("topLeftCell", References.cell(frame.columns() + 1, frame.rows() + 1));
			xml.attribute("activePane", corner).raw(" state=\"frozen\"/>");
			xml.raw("<selection").attribute("pane", corner).raw(" activeCell=\"A1\" sqref=\"A1\"/>");
		}
		xml.raw("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15.75\"/>");
	}

	private static void columns(XmlOut xml, List<Double> widths) throws IOException {
		xml.raw("<cols>");
		for (int i = 0; i < widths.size(); i++) {
			xml.raw("<col").attribute("min", i + 1).attribute("max", i + 1).attribute("width", widths.get(i).toString());
			xml.raw(" customWidth=\"1\"/>");
		}
		xml.raw("</cols>");
	}

	private List<Link> rows(XmlOut xml, Sheet sheet) throws IOException {
		var links = new ArrayList<Link>();
		xml.raw("<sheetData>");
		int row = 0;
		for (Line line : sheet.lines()) {
			row++;
			xml.raw("<row").attribute("r", row);
			if (line.height() > 0) {
				xml.attribute("ht", String.valueOf(Math.round(line.height() * 100) / 100.0));
				xml.raw(isDrawnOver(sheet, row) ? " customHeight=\"1\"" : "");
			}
			xml.raw(">");
			cells(xml, line, row, links);
			xml.raw("</row>");
		}
		xml.raw("</sheetData>");
		return links;
	}

	// Other heights are a first guess that the program may better when the words change.
	private static boolean isDrawnOver(Sheet sheet, int row) {
		return sheet.drawings().stream().anyMatch(drawn -> drawn.spot().row() == row)
				|| sheet.sparked().stream().anyMatch(sparked -> sparked.row() == row);
	}

	private void cells(XmlOut xml, Line line, int row, List<Link> links) throws IOException {
		for (int i = 0; i < line.entries().size(); i++) {
			var entry = line.entries().get(i);
			xml.raw("<c r=\"").raw(References.column(i + 1)).raw(row).raw("\"").attribute("s", this.styles.number(entry.style()));
			switch (entry) {
				case Entry.Words words -> {
					xml.raw(" t=\"s\"><v>").raw(this.strings.number(words.words())).raw("</v></c>");
					note(links, i + 1, row, words.goal());
				}
				case Entry.Figure figure -> {
					xml.raw("><v>").raw(figure.number().toPlainString()).raw("</v></c>");
					note(links, i + 1, row, figure.goal());
				}
				case Entry.Blank _ -> xml.raw("/>");
			}
		}
	}

	private static void note(List<Link> links, int column, int row, @Nullable Goal goal) {
		if (goal != null) {
			links.add(new Link(References.cell(column, row), goal));
		}
	}

	private void links(XmlOut xml, List<Link> links, Relations relations) throws IOException {
		var shown = links.stream().filter(link -> leadsSomewhere(link.goal())).toList();
		if (shown.size() > MOST_LINKS) {
			this.unshown.add(Position.NONE, "links after number 65,530 of a sheet", "Excel takes no more; the cells keep their words");
			shown = shown.subList(0, MOST_LINKS);
		}
		if (shown.isEmpty()) {
			return;
		}
		xml.raw("<hyperlinks>");
		for (Link link : shown) {
			xml.raw("<hyperlink").attribute("ref", link.cell());
			switch (link.goal()) {
				case Goal.Web web -> xml.attribute("r:id", relations.web(web.address()));
				case Goal.ToSection section -> xml.attribute("location", this.book.sections().get(section.id()).reference());
				case Goal.Place place -> xml.attribute("location", place.reference());
			}
			xml.raw("/>");
		}
		xml.raw("</hyperlinks>");
	}

	private boolean leadsSomewhere(Goal goal) {
		return switch (goal) {
			case Goal.Place _ -> true;
			case Goal.Web web -> {
				var fits = WebAddress.legal(web.address()).length() <= WebAddress.LONGEST;
				if (!fits) {
					this.unshown.add(Position.NONE, "link to " + web.address().substring(0, 60) + "…",
							"Excel takes addresses of at most 2,079 characters; the cell keeps its words");
				}
				yield fits;
			}
			case Goal.ToSection section -> {
				var known = this.book.sections().containsKey(section.id());
				if (!known) {
					this.unshown.add(section.from(), "link to #" + section.id(), "no section of the pack has this id; the cell keeps its words");
				}
				yield known;
			}
		};
	}

	// References such as 3.10 are words on purpose; without this Excel flags every one as a number stored as text.
	private static void numbersAsWords(XmlOut xml, List<Grid> grids) throws IOException {
		if (grids.isEmpty()) {
			return;
		}
		xml.raw("<ignoredErrors><ignoredError").attribute("sqref", String.join(" ", grids.stream().map(Grid::range).toList()));
		xml.raw(" numberStoredAsText=\"1\"/></ignoredErrors>");
	}

	private static void tables(XmlOut xml, List<String> tables, Relations relations) throws IOException {
		if (tables.isEmpty()) {
			return;
		}
		xml.raw("<tableParts").attribute("count", tables.size()).raw(">");
		for (String table : tables) {
			xml.raw("<tablePart").attribute("r:id", relations.part("table", table)).raw("/>");
		}
		xml.raw("</tableParts>");
	}

}
