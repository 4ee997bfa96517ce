package org.packhorse.writer.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.packhorse.document.Block.Chart;
import org.packhorse.document.ChartSeries;

/// The workbook inside a chart, which "Edit data" opens: one sheet with the figures that the chart shows, as it shows them,
/// and nothing else. Its parts are stored as they are, because the Word file around it deflates them.
final class ChartBook {

	/// The name of its sheet.
	static final String SHEET = "Sheet1";

	/// The first day a zip can name. Not its first moment: Java takes that for "too early" and adds a time in the machine's zone.
	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

	private static final Map<String, byte[]> FIXED = fixed();

	private final Chart chart;

	private final List<ChartSeries> series;

	private final Notices notices;

	private ChartBook(Chart chart, Notices notices) {
		this.chart = chart;
		this.series = ChartSeries.of(chart);
		this.notices = notices;
	}

	/// The workbook's bytes, the same for the same chart on every machine.
	static byte[] of(Chart chart, Notices notices) {
		return new ChartBook(chart, notices).bytes();
	}

	/// The letters of a column, counted from 0.
	static String column(int index) {
		return (index < 26 ? "" : column(index / 26 - 1)) + (char) ('A' + index % 26);
	}

	/// A figure as chart and workbook hold it: rounded as it is printed.
	static String figure(Chart chart, BigDecimal value) {
		return value.setScale(chart.decimals(), RoundingMode.HALF_UP).toPlainString();
	}

	private byte[] bytes() {
		var out = new ByteArrayOutputStream(8 * 1024);
		try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
			zip.setMethod(ZipOutputStream.STORED);
			for (var part : FIXED.entrySet()) {
				store(zip, part.getKey(), part.getValue());
			}
			store(zip, "xl/worksheets/sheet1.xml", sheet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
		var entry = new ZipEntry(name);
		var sum = new CRC32();
		sum.update(content);
		entry.setTimeLocal(NO_TIME);
		entry.setSize(content.length);
		entry.setCrc(sum.getValue());
		zip.putNextEntry(entry);
		zip.write(content);
		zip.closeEntry();
	}

	private byte[] sheet() {
		var out = new ByteArrayOutputStream(4 * 1024);
		var xml = new Xml(out, this.notices);
		xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" + Names.S + "\">");
		xml.raw("<cols><col min=\"1\" max=\"" + (this.series.size() + 1) + "\" width=\"16\" customWidth=\"1\"/></cols><sheetData>");
		xml.raw("<row r=\"1\">");
		words(xml, "A1", "Period");
		for (int i = 0; i < this.series.size(); i++) {
			words(xml, column(i + 1) + "1", this.series.get(i).name());
		}
		xml.raw("</row>");
		for (int i = 0; i < this.chart.periods().size(); i++) {
			row(xml, i);
		}
		xml.raw("</sheetData></worksheet>");
		xml.flush();
		return out.toByteArray();
	}

	/// A period without a value has no cell.
	private void row(Xml xml, int period) {
		int row = period + 2;
		xml.raw("<row r=\"" + row + "\">");
		words(xml, "A" + row, this.chart.periods().get(period));
		for (int i = 0; i < this.series.size(); i++) {
			var value = this.series.get(i).values().get(period);
			if (value != null) {
				xml.raw("<c r=\"" + column(i + 1) + row + "\"><v>" + figure(this.chart, value) + "</v></c>");
			}
		}
		xml.raw("</row>");
	}

	private static void words(Xml xml, String cell, String words) {
		xml.raw("<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>");
		xml.text(words);
		xml.raw("</t></is></c>");
	}

	private static Map<String, byte[]> fixed() {
		var parts = new LinkedHashMap<String, byte[]>();
		var files = Map.of("[Content_Types].xml", "chart-book-types.xml", "_rels/.rels", "chart-book-package.xml", "xl/workbook.xml",
				"chart-book.xml", "xl/_rels/workbook.xml.rels", "chart-book-relations.xml", "xl/styles.xml", "chart-book-styles.xml");
		for (String part : List.of("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")) {
			var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + Template.of(files.get(part)).with(Map.of());
			parts.put(part, xml.getBytes(StandardCharsets.UTF_8));
		}
		return parts;
	}

}
