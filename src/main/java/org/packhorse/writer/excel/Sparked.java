package org.packhorse.writer.excel;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

import org.packhorse.document.Inline.Sparkline;

/// A cell with a sparkline that Excel draws itself from cells of another sheet, above the words that say what it shows.
///
/// @param column the cell's column, and `row` its row, from 1
/// @param figures where the sparkline's figures stand
/// @param words the share of the cell's height that its words take, from the foot
record Sparked(int column, int row, String figures, Sparkline sparkline, double words) {

	private static final int DIGITS = 12;

	/// Writes the sparklines of a sheet, which stand at its end; `accent` is their colour.
	static void write(XmlOut xml, List<Sparked> sparked, String accent) throws IOException {
		if (sparked.isEmpty()) {
			return;
		}
		xml.raw("<extLst><ext xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"");
		xml.raw(" uri=\"{05C60535-1F16-4fd2-B633-F4F36F0B64E0}\">");
		xml.raw("<x14:sparklineGroups xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\">");
		for (Sparked one : sparked) {
			one.group(xml, accent);
		}
		xml.raw("</x14:sparklineGroups></ext></extLst>");
	}

	/// A group of its own, because its axis is.
	private void group(XmlOut xml, String accent) throws IOException {
		xml.raw("<x14:sparklineGroup").attribute("manualMax", plain(most())).attribute("manualMin", plain(least()));
		xml.raw(" lineWeight=\"1.75\" displayEmptyCellsAs=\"gap\"").raw(this.sparkline.dots().size() > 1 ? " markers=\"1\"" : "").raw(" last=\"1\" minAxisType=\"custom\" maxAxisType=\"custom\">");
		for (String part : List.of("Series", "Negative", "Axis", "Markers", "First", "Last", "High", "Low")) {
			xml.raw("<x14:color" + part).attribute("rgb", "FF" + accent).raw("/>");
		}
		xml.raw("<x14:sparklines><x14:sparkline><xm:f>").text(this.figures).raw("</xm:f><xm:sqref>").raw(References.cell(this.column, this.row));
		xml.raw("</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup>");
	}

	private BigDecimal most() {
		return this.sparkline.most().add(room().movePointLeft(1));
	}

	/// So far below the least figure that the line stays above the words.
	private BigDecimal least() {
		var below = BigDecimal.valueOf(this.words / (1 - this.words)).multiply(room().multiply(new BigDecimal("1.2")), MathContext.DECIMAL64);
		return this.sparkline.least().subtract(room().movePointLeft(1)).subtract(below);
	}

	private BigDecimal room() {
		var room = this.sparkline.most().subtract(this.sparkline.least());
		return room.signum() == 0 ? BigDecimal.ONE : room;
	}

	private static String plain(BigDecimal number) {
		return number.round(new MathContext(DIGITS, RoundingMode.HALF_UP)).toPlainString();
	}

}
