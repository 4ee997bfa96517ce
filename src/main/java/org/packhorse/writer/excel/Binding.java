package org.packhorse.writer.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Cover;

/// Binds the sheets into one file, part by part and always in the same order.
final class Binding {

	private final Parts parts;

	private final BookLayout.Book book;

	private final Cover cover;

	private final StyleSheet styles;

	private final SharedStrings strings;

	private final SheetXml sheetXml;

	private final ChartXml chartXml;

	private int tables;

	private int drawings;

	private int charts;

	private int pictures;

	Binding(Parts parts, BookLayout.Book book, Cover cover, HouseStyles house, Unshown unshown) {
		this.parts = parts;
		this.book = book;
		this.cover = cover;
		this.styles = new StyleSheet(house);
		this.strings = new SharedStrings(this.styles);
		this.sheetXml = new SheetXml(book, this.styles, this.strings, new PageXml(house.look(), cover, unshown),
				house.look().accent(), unshown);
		this.chartXml = new ChartXml(new ChartXml.Look(house.look().accent(), house.look().font(), cover.language()));
	}

	/// Writes all parts; styles and strings come last, when all sheets have asked for theirs.
	void bind() throws IOException {
		var sheets = this.book.sheets();
		var relations = new Relations();
		this.parts.xml("[Content_Types].xml", xml -> BookXml.contentTypes(xml, sheets));
		this.parts.xml("_rels/.rels", BookXml.packageRelations()::write);
		this.parts.xml("docProps/core.xml", xml -> BookXml.core(xml, this.cover));
		this.parts.xml("docProps/app.xml", xml -> BookXml.app(xml, this.cover));
		this.parts.xml("xl/workbook.xml", xml -> BookXml.workbook(xml, sheets, relations));
		this.parts.xml("xl/_rels/workbook.xml.rels", relations::write);
		for (int i = 0; i < sheets.size(); i++) {
			sheet(sheets.get(i), i + 1);
		}
		this.parts.xml("xl/sharedStrings.xml", this.strings::write);
		this.parts.xml("xl/styles.xml", this.styles::write);
	}

	private void sheet(Sheet sheet, int number) throws IOException {
		var relations = new Relations();
		var drawing = drawing(sheet);
		var tables = tables(sheet);
		this.parts.xml("xl/worksheets/sheet" + number + ".xml", xml -> this.sheetXml.write(xml, sheet, relations, drawing, tables));
		if (!relations.isEmpty()) {
			this.parts.xml("xl/worksheets/_rels/sheet" + number + ".xml.rels", relations::write);
		}
	}

	private List<String> tables(Sheet sheet) throws IOException {
		var names = new ArrayList<String>();
		for (var grid : sheet.grids()) {
			int number = ++this.tables;
			this.parts.xml("xl/tables/table" + number + ".xml", xml -> TableXml.write(xml, grid, number));
			names.add("../tables/table" + number + ".xml");
		}
		return names;
	}

	private @Nullable String drawing(Sheet sheet) throws IOException {
		if (sheet.drawings().isEmpty()) {
			return null;
		}
		var name = "drawing" + ++this.drawings + ".xml";
		var relations = new Relations();
		var ids = new ArrayList<String>();
		for (Drawn drawn : sheet.drawings()) {
			ids.add(switch (drawn) {
				case Drawn.OfChart chart -> relations.part("chart", chart(chart));
				case Drawn.OfPicture picture -> relations.part("image", picture(picture));
			});
		}
		this.parts.xml("xl/drawings/" + name, xml -> DrawingXml.write(xml, sheet.drawings(), ids));
		this.parts.xml("xl/drawings/_rels/" + name + ".rels", relations::write);
		return "../drawings/" + name;
	}

	private String chart(Drawn.OfChart chart) throws IOException {
		var name = "charts/chart" + ++this.charts + ".xml";
		this.parts.xml("xl/" + name, xml -> this.chartXml.write(xml, chart));
		return "../" + name;
	}

	private String picture(Drawn.OfPicture picture) throws IOException {
		var name = "media/image" + ++this.pictures + "." + picture.ending();
		this.parts.bytes("xl/" + name, picture.image().array());
		return "../" + name;
	}

}
