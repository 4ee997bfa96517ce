package org.packhorse.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.packhorse.ExamplePack;
import org.packhorse.Published;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.pdf.PdfUa;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// The example council's pack says the same in every format.
class SameFiguresTests {

	private static Contents html;

	private static Contents word;

	private static Contents pdf;

	@BeforeAll
	static void read() throws IOException {
		html = Contents.ofHtml(file(PackFormat.HTML));
		word = Contents.ofWord(file(PackFormat.DOCX));
		pdf = Contents.ofPdf(file(PackFormat.PDF));
	}

	@Test
	void headingsComeInTheSameOrder() {
		assertThat(html.headings()).hasSizeGreaterThan(50).startsWith("Thechair'spage", "Whereweare");
		assertThat(word.headings()).isEqualTo(html.headings());
		assertThat(pdf.headings().subList(2, pdf.headings().size())).as("after the title and the contents").isEqualTo(html.headings());
	}

	@Test
	void everyTableSaysTheSameInWordAndHtml() {
		same(tables(word), tables(html));
	}

	@Test
	void everyTableSaysTheSameInPdfAndHtml() {
		same(tables(pdf), tables(html));
	}

	@Test
	void workbookListsEveryActionAsThePackDoes() throws IOException {
		var expected = new ArrayList<List<String>>();
		for (JsonNode section : pack().get("sections")) {
			for (JsonNode action : section.get("actions")) {
				expected.add(List.of(action.get("ref").asString(), action.get("rating").asString(), action.get("reason").asString()));
			}
		}
		assertThat(expected).hasSize(130);
		assertThat(rows("Actions", "Ref", "Rating", "Reason")).isEqualTo(expected);
	}

	@Test
	void workbookListsEveryIndicatorAsThePackDoes() throws IOException {
		var expected = new ArrayList<List<String>>();
		pack().get("kpis")
			.forEach(kpi -> expected.add(List.of(kpi.get("code").asString(),
					kpi.get("rating").asString().equals("NONE") ? "NOT RATED" : kpi.get("rating").asString(), kpi.get("reason").asString())));
		assertThat(expected).hasSize(46);
		assertThat(rows("Indicators", "Code", "Rating", "Reason")).isEqualTo(expected);
	}

	@Test
	void countsOfThePackAreThoseOfItsActions() {
		for (JsonNode section : pack().get("sections")) {
			var counted = new HashMap<String, Integer>();
			section.get("actions").forEach(action -> counted.merge(action.get("rating").asString(), 1, Integer::sum));
			section.get("counts")
				.properties()
				.forEach(count -> assertThat(count.getValue().asInt()).as(count.getKey()).isEqualTo(counted.getOrDefault(count.getKey(), 0)));
		}
	}

	@Test
	void pdfIsAccessible() throws Exception {
		assertThat(PdfUa.faults(file(PackFormat.PDF))).isEmpty();
	}

	private static void same(List<Contents.Table> tables, List<Contents.Table> others) {
		assertThat(tables.stream().map(Contents.Table::caption)).hasSizeGreaterThan(30).isEqualTo(others.stream().map(Contents.Table::caption).toList());
		for (int i = 0; i < tables.size(); i++) {
			assertThat(tables.get(i).rows()).as(tables.get(i).caption()).isEqualTo(others.get(i).rows());
		}
	}

	/// The tables of the pack; scorecards are tables only in Word.
	private static List<Contents.Table> tables(Contents contents) {
		var captions = html.tables().stream().map(Contents.Table::caption).toList();
		return contents.tables().stream().filter(table -> captions.contains(table.caption())).toList();
	}

	private static List<List<String>> rows(String name, String... columns) throws IOException {
		try (var book = new XSSFWorkbook(new ByteArrayInputStream(file(PackFormat.XLSX)))) {
			var sheet = book.getSheet(name);
			var head = head(sheet, columns[0]);
			var rows = new ArrayList<List<String>>();
			for (int i = head.getRowNum() + 1; i <= sheet.getLastRowNum(); i++) {
				var row = sheet.getRow(i);
				rows.add(List.of(text(row, column(head, columns[0])), text(row, column(head, columns[1])).toUpperCase(Locale.ROOT),
						text(row, column(head, columns[2]))));
			}
			return rows;
		}
	}

	private static Row head(Sheet sheet, String column) {
		for (Row row : sheet) {
			if (column(row, column) >= 0) {
				return row;
			}
		}
		throw new AssertionError("no column " + column + " in " + sheet.getSheetName());
	}

	private static int column(Row head, String name) {
		for (int i = 0; i < head.getLastCellNum(); i++) {
			if (text(head, i).equals(name)) {
				return i;
			}
		}
		return -1;
	}

	private static String text(Row row, int column) {
		return row.getCell(column) == null ? "" : new DataFormatter(Locale.UK).formatCellValue(row.getCell(column));
	}

	private static JsonNode pack() {
		return JsonMapper.builder().build().readTree(ExamplePack.made().edition().path().resolve("pack.json"));
	}

	private static byte[] file(PackFormat format) {
		return Published.file(ExamplePack.made().edition(), format);
	}

}
