package org.packhorse.writer.excel;

import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.packhorse.document.Cover;

/// Writes what holds the workbook together: the list of parts, the list of sheets and the document's properties.
final class BookXml {

	private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

	private BookXml() {
	}

	/// Writes the media type of every part.
	static void contentTypes(XmlOut xml, List<Sheet> sheets) throws IOException {
		xml.raw("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
		xml.raw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
		xml.raw("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
		xml.raw("<Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>");
		type(xml, "/xl/workbook.xml", OFFICE + "spreadsheetml.sheet.main+xml");
		type(xml, "/xl/styles.xml", OFFICE + "spreadsheetml.styles+xml");
		type(xml, "/xl/sharedStrings.xml", OFFICE + "spreadsheetml.sharedStrings+xml");
		type(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
		type(xml, "/docProps/app.xml", OFFICE + "extended-properties+xml");
		int tables = sheets.stream().mapToInt(sheet -> sheet.grids().size()).sum();
		int drawings = (int) sheets.stream().filter(sheet -> !sheet.drawings().isEmpty()).count();
		int charts = (int) sheets.stream().flatMap(sheet -> sheet.drawings().stream()).filter(Drawn.OfChart.class::isInstance).count();
		types(xml, "/xl/worksheets/sheet", sheets.size(), "spreadsheetml.worksheet+xml");
		types(xml, "/xl/tables/table", tables, "spreadsheetml.table+xml");
		types(xml, "/xl/drawings/drawing", drawings, "drawing+xml");
		types(xml, "/xl/charts/chart", charts, "drawingml.chart+xml");
		xml.raw("</Types>");
	}

	private static void types(XmlOut xml, String part, int count, String type) throws IOException {
		for (int i = 1; i <= count; i++) {
			type(xml, part + i + ".xml", OFFICE + type);
		}
	}

	private static void type(XmlOut xml, String part, String type) throws IOException {
		xml.raw("<Override").attribute("PartName", part).attribute("ContentType", type).raw("/>");
	}

	/// What the package refers to.
	static Relations packageRelations() {
		var relations = new Relations();
		relations.part("officeDocument", "xl/workbook.xml");
		relations.packagePart("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
		relations.part("extended-properties", "docProps/app.xml");
		return relations;
	}

	/// Writes the list of sheets and which rows repeat in print; `relations` takes in what it refers to.
	static void workbook(XmlOut xml, List<Sheet> sheets, Relations relations) throws IOException {
		xml.raw("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"");
		xml.raw(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr/>");
		xml.raw("<bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"28800\" windowHeight=\"16000\" tabRatio=\"800\"/>");
		xml.raw("</bookViews><sheets>");
		for (int i = 0; i < sheets.size(); i++) {
			xml.raw("<sheet").attribute("name", sheets.get(i).name()).attribute("sheetId", i + 1);
			xml.attribute("r:id", relations.part("worksheet", "worksheets/sheet" + (i + 1) + ".xml")).raw("/>");
		}
		xml.raw("</sheets>");
		relations.part("styles", "styles.xml");
		relations.part("sharedStrings", "sharedStrings.xml");
		printTitles(xml, sheets);
		xml.raw("</workbook>");
	}

	private static void printTitles(XmlOut xml, List<Sheet> sheets) throws IOException {
		xml.raw("<definedNames>");
		for (int i = 0; i < sheets.size(); i++) {
			if (sheets.get(i).frame().rows() > 0) {
				xml.raw("<definedName name=\"_xlnm.Print_Titles\"").attribute("localSheetId", i).raw(">");
				xml.text(titles(sheets.get(i))).raw("</definedName>");
			}
		}
		xml.raw("</definedNames>");
	}

	private static String titles(Sheet sheet) {
		var frame = sheet.frame();
		var name = References.sheet(sheet.name());
		var row = name + "!$" + frame.rows() + ":$" + frame.rows();
		return frame.pages() > 1 && frame.columns() > 0 ? name + "!$A:$" + References.column(frame.columns()) + "," + row : row;
	}

	/// Writes title, organisation, marking, language and dates; the only date is the as-at.
	static void core(XmlOut xml, Cover cover) throws IOException {
		var date = cover.asAt().atTime(LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ISO_INSTANT);
		xml.raw("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"");
		xml.raw(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"");
		xml.raw(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>").text(cover.title()).raw("</dc:title><dc:subject>");
		xml.text(cover.subtitle()).raw("</dc:subject><dc:creator>").text(cover.organisation()).raw("</dc:creator>");
		if (!cover.marking().isBlank()) {
			xml.raw("<cp:category>").text(cover.marking()).raw("</cp:category><cp:keywords>").text(cover.marking()).raw("</cp:keywords>");
		}
		xml.raw("<cp:lastModifiedBy>");
		xml.text(cover.organisation()).raw("</cp:lastModifiedBy><dc:language>").text(cover.language()).raw("</dc:language>");
		xml.raw("<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + date + "</dcterms:created>");
		xml.raw("<dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + date + "</dcterms:modified>");
		xml.raw(cover.draft() ? "<cp:contentStatus>Draft</cp:contentStatus>" : "").raw("</cp:coreProperties>");
	}

	/// Writes which program made the file for whom.
	static void app(XmlOut xml, Cover cover) throws IOException {
		xml.raw("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">");
		xml.raw("<Application>Packhorse</Application><Company>").text(cover.organisation()).raw("</Company></Properties>");
	}

}
