package org.packhorse.pack;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.packhorse.document.Cell;
import org.packhorse.document.Inline;
import org.packhorse.document.Tone;
import org.packhorse.document.Value;
import org.packhorse.writer.Look;

/// The cell styles of the Excel yardstick, each made once for a workbook.
final class PlainExcelStyles {

	private final Workbook book;

	private final CellStyle head;

	private final CellStyle heading;

	private final CellStyle words;

	private final CellStyle link;

	private final Map<Tone, CellStyle> tones = new EnumMap<>(Tone.class);

	private final Map<String, CellStyle> figures = new HashMap<>();

	PlainExcelStyles(Workbook book, Look look) {
		this.book = book;
		this.words = book.createCellStyle();
		this.words.setWrapText(true);
		this.words.setVerticalAlignment(VerticalAlignment.TOP);
		this.head = filled(look.accent(), "FFFFFF");
		this.heading = book.createCellStyle();
		this.heading.setFont(font(look.accent()));
		this.link = book.createCellStyle();
		var underlined = book.createFont();
		underlined.setUnderline(Font.U_SINGLE);
		this.link.setFont(underlined);
		for (Tone tone : Tone.values()) {
			this.tones.put(tone, filled(look.shade(tone).fill(), look.shade(tone).text()));
		}
	}

	CellStyle head() {
		return this.head;
	}

	CellStyle heading() {
		return this.heading;
	}

	CellStyle words() {
		return this.words;
	}

	CellStyle link() {
		return this.link;
	}

	CellStyle shade(Tone tone) {
		return this.tones.get(tone);
	}

	/// By the badge in the cell, else by the kind of its value.
	CellStyle of(Cell cell) {
		for (Inline inline : cell.words()) {
			if (inline instanceof Inline.Badge badge) {
				return shade(badge.tone());
			}
		}
		return switch (cell.value()) {
			case Value.Text _, Value.None _ -> this.words;
			case Value.Number number -> figure("#,##0" + decimals(number.decimals()));
			case Value.Percent percent -> figure("0" + decimals(percent.decimals()) + "%");
			case Value.Money money -> figure("£#,##0" + decimals(money.decimals()));
			case Value.Day _ -> figure("d mmmm yyyy");
		};
	}

	private static String decimals(int decimals) {
		return decimals == 0 ? "" : "." + "0".repeat(decimals);
	}

	private CellStyle figure(String format) {
		return this.figures.computeIfAbsent(format, _ -> {
			var style = this.book.createCellStyle();
			style.setDataFormat(this.book.createDataFormat().getFormat(format));
			style.setAlignment(HorizontalAlignment.RIGHT);
			style.setVerticalAlignment(VerticalAlignment.TOP);
			return style;
		});
	}

	private CellStyle filled(String fill, String text) {
		var style = this.book.createCellStyle();
		style.setFillForegroundColor(new XSSFColor(PlainPack.bytes(fill)));
		style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		style.setWrapText(true);
		style.setVerticalAlignment(VerticalAlignment.TOP);
		style.setFont(font(text));
		return style;
	}

	private XSSFFont font(String colour) {
		var font = (XSSFFont) this.book.createFont();
		font.setBold(true);
		font.setColor(new XSSFColor(PlainPack.bytes(colour)));
		return font;
	}

}
