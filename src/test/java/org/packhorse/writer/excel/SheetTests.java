package org.packhorse.writer.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhorse.writer.excel.SmallWorkbook.AT;
import static org.packhorse.writer.excel.SmallWorkbook.paragraph;
import static org.packhorse.writer.excel.SmallWorkbook.section;
import static org.packhorse.writer.excel.SmallWorkbook.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.apache.poi.xssf.usermodel.XSSFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.document.Block;
import org.packhorse.document.Block.Table;
import org.packhorse.document.Bytes;
import org.packhorse.document.Cell;
import org.packhorse.document.Tone;
import org.packhorse.document.Value;
import org.packhorse.writer.Look;
import org.packhorse.writer.NotRendered;

class SheetTests {

	private static final Cell ONE = Cell.of(new Value.Number(BigDecimal.ONE, 0));

	@Test
	void sectionOfTablesAloneHasNoSheetForWords() throws IOException {
		var small = SmallWorkbook.of(section("a", "Actions", table("Open", ONE), section("b", "Deep", table("Closed", ONE))));
		assertThat(small.sheetNames()).containsExactly("Cover", "Contents", "Open", "Closed");
		assertThat(small.sheet("Closed").getRow(1).getCell(0).getStringCellValue()).isEqualTo("1 row, from Deep");
	}

	@Test
	void wordsComeBeforeTheirTables() throws IOException {
		var small = SmallWorkbook.of(section("a", "Actions", table("Open", ONE), paragraph("After the table.")));
		assertThat(small.sheetNames()).containsExactly("Cover", "Contents", "Actions", "Open");
	}

	@Test
	void wideTablePrintsOnPagesSideBySideWithItsFirstColumnOnEach() throws IOException {
		var words = Cell.of("Nobody can read this any more once forty columns of it stand on one sheet of paper");
		var small = SmallWorkbook.of(table("Wide", Collections.nCopies(40, words).toArray(Cell[]::new)), table("Narrow", ONE, ONE));
		assertThat(small.sheet("Wide").getPrintSetup().getFitWidth()).isEqualTo((short) 5);
		assertThat(small.sheet("Wide").getRepeatingColumns().formatAsString()).isEqualTo("A:A");
		assertThat(small.sheet("Wide").getRepeatingRows().formatAsString()).isEqualTo("4:4");
		assertThat(small.sheet("Narrow").getPrintSetup().getFitWidth()).isEqualTo((short) 1);
		assertThat(small.sheet("Narrow").getRepeatingColumns()).isNull();
	}

	@Test
	void sectionWithoutAnythingKeepsItsHeading() throws IOException {
		var small = SmallWorkbook.of(section("a", "Nothing yet"));
		assertThat(small.sheet("Nothing yet").getRow(0).getCell(0).getStringCellValue()).isEqualTo("Nothing yet");
	}

	@Test
	void blocksOutsideOfSectionsHaveASheetToo() throws IOException {
		var small = SmallWorkbook.of(paragraph("Before."), section("a", "Middle", paragraph("In.")), paragraph("After."), table("Last", ONE));
		assertThat(small.sheetNames()).containsExactly("Cover", "Contents", "Introduction", "Middle", "Further words", "Last");
		assertThat(small.firstWords("Further words").getStringCellValue()).isEqualTo("After.");
	}

	@Test
	void equalCaptionsGiveDifferentSheetsAndTables() throws IOException {
		var small = SmallWorkbook.of(table("Open actions", ONE), table("Open actions", ONE), table("OPEN ACTIONS", ONE), table("Contents", ONE),
				table("Cover", ONE));
		assertThat(small.sheetNames()).containsExactly("Cover", "Contents", "Open actions", "Open actions 2", "OPEN ACTIONS 3", "Contents 2",
				"Cover 2");
		assertThat(small.sheetNames().stream().flatMap(name -> small.sheet(name).getTables().stream()).map(XSSFTable::getName))
			.containsExactly("Contents", "Open_actions", "Open_actions_2", "OPEN_ACTIONS_3", "Contents_2", "Cover");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "What/how: [a] or *b*?|What how a or b",
			"'Quoted'|Quoted", "Assessments completed within 45 working days of referral|Assessments completed within…",
			"Llanfairpwllgwyngyllgogerychwyrndrobwll|Llanfairpwllgwyngyllgogerychwy", "History|Sheet History", "???|Sheet" })
	void sheetNamesAreWhatExcelTakes(String caption, String name) throws IOException {
		assertThat(SmallWorkbook.of(table(caption, ONE)).sheetNames()).containsExactly("Cover", "Contents", name);
	}

	@ParameterizedTest
	@CsvSource({ "Q1,Table_Q1", "2024 figures,Table_2024_figures", "R1C1,Table_R1C1", "c,Table_c", "Zażółć: gęślą,Zażółć_gęślą", "!!!,Table_" })
	void tableNamesAreWhatFormulasTake(String caption, String name) throws IOException {
		var small = SmallWorkbook.of(table(caption, ONE));
		assertThat(small.book().getSheetAt(2).getTables().getFirst().getName()).isEqualTo(name);
	}

	@Test
	void equalHeadingsAreToldApartAndReported() throws IOException {
		var columns = List.of(column("Target"), column("Target"));
		var small = SmallWorkbook.of(new Table(AT, "T", columns, List.of(), "Nothing."));
		var headings = small.sheet("T").getRow(3);
		assertThat(headings.getCell(0).getStringCellValue()).isEqualTo("Target");
		assertThat(headings.getCell(1).getStringCellValue()).isEqualTo("Target 2");
		assertThat(small.unshown()).singleElement().satisfies(one -> {
			assertThat(one.at()).isEqualTo(AT);
			assertThat(one.what()).isEqualTo("column heading 'Target'");
		});
	}

	@Test
	void tableOfNoRowsSaysSo() throws IOException {
		var small = SmallWorkbook.of(new Table(AT, "T", List.of(column("Ref"), column("Action")), List.of(), "There are no actions."));
		assertThat(small.cell("T").getStringCellValue()).isEqualTo("There are no actions.");
		assertThat(small.sheet("T").getTables().getFirst().getArea().formatAsString()).isEqualTo("A4:B5");
	}

	@Test
	void rowsThatNoSheetHoldsAreLeftOutAndReported() {
		var unshown = new Unshown();
		var house = new HouseStyles(Look.plain());
		var words = new CellWords(unshown);
		var tables = new TableSheets(house, words, new Names(), new ChartData(house, words, new Names()), unshown);
		var rows = Collections.nCopies(1_048_573, new Table.Row(List.of(ONE)));
		var sheet = tables.sheet("T", new Table(AT, "T", List.of(column("Number")), rows, "Nothing."), null, false);
		assertThat(sheet.grids().getFirst().range()).isEqualTo("A4:A1048576");
		assertThat(unshown.all()).extracting(NotRendered::what).containsExactly("rows after number 1048572");
	}

	@Test
	void chartDataKeepsItsNameWhateverSectionsAreCalled() throws IOException {
		var chart = new Block.Chart(AT, "Rate", "It is flat.", "%", 0, List.of("May"),
				List.of(new Block.Chart.Line("Rate", Block.Chart.Kind.ACTUAL, List.of(BigDecimal.TEN))));
		var small = SmallWorkbook.of(section("a", "Chart data", chart));
		assertThat(small.sheetNames()).containsExactly("Cover", "Contents", "Chart data 2", "Chart data");
	}

	@Test
	void pictureThatIsNoneIsReportedAndItsWordsStay() throws IOException {
		var small = SmallWorkbook.of(section("a", "A", new Block.Picture(AT, "The crest", "crest.png", Bytes.of(new byte[] { 1, 2, 3 }), 40)));
		assertThat(small.firstWords("A").getStringCellValue()).isEqualTo("Picture: The crest");
		assertThat(small.unshown()).extracting(NotRendered::what).containsExactly("picture crest.png");
	}

	@Test
	void ampersandsInHeaderAndFooterArePrintedAsTheyAre() throws IOException {
		var small = SmallWorkbook.of(Look.plain(), "Children & families &P", paragraph("Words."));
		assertThat(small.sheet("Cover").getFooter().getLeft()).isEqualTo("Exampleshire Council: Children && families &&P");
	}

	@Test
	void longFooterIsCutToWhatExcelTakesAndReported() throws IOException {
		var small = SmallWorkbook.of(Look.plain(), "&".repeat(300), paragraph("Words."));
		var footer = small.sheet("Cover").getCTWorksheet().getHeaderFooter().getOddFooter();
		assertThat(footer).hasSizeLessThanOrEqualTo(255).endsWith("&&&RPage &P of &N");
		assertThat(small.unshown()).extracting(NotRendered::what).containsExactly("end of the footer");
	}

	@Test
	void lightAccentHasDarkLettersOnIt() throws IOException {
		var plain = Look.plain();
		var look = new Look("FFDD00", Map.copyOf(plain.tones()), plain.font(), null, 18, "", "", null, "", "DRAFT", null);
		var small = SmallWorkbook.of(look, "Pack", table("T", ONE));
		assertThat(small.sheet("T").getRow(3).getCell(0).getCellStyle().getFont().getXSSFColor().getARGBHex()).isEqualTo("FF0B0C0C");
		assertThat(look.shade(Tone.WATCH)).isNotNull();
	}

	private static Table.Column column(String heading) {
		return new Table.Column(heading, 1, Table.Align.START, false);
	}

}
