package org.packhorse.writer.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhorse.writer.excel.SmallWorkbook.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhorse.document.Cell;
import org.packhorse.document.Inline;
import org.packhorse.document.Tone;
import org.packhorse.document.Value;

class TypedCellTests {

	@Test
	void numberIsARealNumberShownWithItsDecimals() throws IOException {
		var cell = written(new Value.Number(new BigDecimal("-1234.56"), 1));
		assertThat(cell.getRawValue()).isEqualTo("-1234.56");
		assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("#,##0.0;\"\u2212\"#,##0.0");
		assertThat(shown(cell)).isEqualTo("\u22121,234.6");
	}

	@Test
	void percentIsAFraction() throws IOException {
		var cell = written(new Value.Percent(new BigDecimal("56.14035"), 1));
		assertThat(cell.getRawValue()).isEqualTo("0.5614035");
		assertThat(shown(cell)).isEqualTo("56.1%");
	}

	@Test
	void moneyIsShownInPoundsWithTheMinusFirst() throws IOException {
		var cell = written(new Value.Money(new BigDecimal("-1250000"), 0));
		assertThat(cell.getNumericCellValue()).isEqualTo(-1250000);
		assertThat(shown(cell)).isEqualTo("\u2212£1,250,000");
	}

	@Test
	void dayIsARealDate() throws IOException {
		var cell = written(new Value.Day(LocalDate.of(2026, 3, 31)));
		assertThat(cell.getLocalDateTimeCellValue()).isEqualTo(LocalDate.of(2026, 3, 31).atStartOfDay());
		assertThat(shown(cell)).isEqualTo("31 March 2026");
	}

	@Test
	void dayThatExcelCannotCountIsWords() throws IOException {
		var cell = written(new Value.Day(LocalDate.of(1899, 12, 31)));
		assertThat(cell.getStringCellValue()).isEqualTo("31 December 1899");
	}

	@Test
	void whatRoundsToZeroHasNoMinus() throws IOException {
		var format = written(new Value.Money(new BigDecimal("-0.004"), 2)).getCellStyle().getDataFormatString();
		assertThat(format).isEqualTo("\"£\"#,##0.00;\"£0.00\"");
		assertThat(shown(written(new Value.Number(new BigDecimal("-0.05"), 1)))).isEqualTo("\u22120.1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+44 1744 000000", "-5 points", "@here", "=HYPERLINK(\"http://x\")" })
	void wordsThatLookLikeAFormulaStayWords(String words) throws IOException {
		var cell = written(new Value.Text(words));
		assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
		assertThat(cell.getStringCellValue()).isEqualTo(words);
		assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
	}

	@Test
	void textThatLooksLikeANumberStaysText() throws IOException {
		assertThat(written(new Value.Text("3.10")).getCellType()).isEqualTo(CellType.STRING);
	}

	@Test
	void wordsThatSayMoreThanTheValueWin() throws IOException {
		var words = List.<Inline>of(new Inline.Words("56.1% (provisional)"));
		var cell = SmallWorkbook.of(table("T", new Cell(words, new Value.Percent(new BigDecimal("56.1"), 1)))).cell("T");
		assertThat(cell.getStringCellValue()).isEqualTo("56.1% (provisional)");
	}

	@Test
	void badgeThatPrintsTheValueKeepsItTyped() throws IOException {
		var words = List.<Inline>of(new Inline.Badge(Tone.CONCERN, "56.1%"));
		var cell = SmallWorkbook.of(table("T", new Cell(words, new Value.Percent(new BigDecimal("56.1"), 1)))).cell("T");
		assertThat(cell.getNumericCellValue()).isEqualTo(0.561);
		assertThat(cell.getCellStyle().getFillForegroundColorColor().getARGBHex()).isEqualTo("FFB10E1E");
	}

	@Test
	void badgeGivesItsColoursToTheCellAndItsWordsStay() throws IOException {
		var words = List.<Inline>of(new Inline.Words("Was "), new Inline.Badge(Tone.WATCH, "Amber"), new Inline.Words(", now "),
				new Inline.Badge(Tone.GOOD, "Green"));
		var cell = SmallWorkbook.of(table("T", new Cell(words, new Value.None()))).cell("T");
		assertThat(cell.getStringCellValue()).isEqualTo("Was Amber, now Green");
		assertThat(cell.getCellStyle().getFillForegroundColorColor().getARGBHex()).isEqualTo("FFFFBF47");
		assertThat(cell.getCellStyle().getFont().getXSSFColor().getARGBHex()).isEqualTo("FF0B0C0C");
	}

	@Test
	void strongWordsAreBoldInsideTheCell() throws IOException {
		var words = List.<Inline>of(new Inline.Words("Not "), new Inline.Strong("yet"), new Inline.Words(" done"));
		var rich = SmallWorkbook.of(table("T", Cell.of("1"), new Cell(words, new Value.None()))).cell("T", 1).getRichStringCellValue();
		assertThat(rich.getString()).isEqualTo("Not yet done");
		assertThat(rich.getFontOfFormattingRun(1).getBold()).isTrue();
		assertThat(rich.getFontOfFormattingRun(1).getFontName()).isEqualTo("Arial");
	}

	@Test
	void cellWithoutValueAndWordsIsEmpty() throws IOException {
		assertThat(written(new Value.None()).getCellType()).isEqualTo(CellType.BLANK);
		assertThat(written(new Value.Text("")).getCellType()).isEqualTo(CellType.BLANK);
	}

	private static XSSFCell written(Value value) throws IOException {
		return SmallWorkbook.of(table("T", Cell.of(value))).cell("T");
	}

	private static String shown(XSSFCell cell) {
		return new DataFormatter(Locale.UK).formatCellValue(cell);
	}

}
