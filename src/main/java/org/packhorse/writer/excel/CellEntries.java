package org.packhorse.writer.excel;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Table.Align;
import org.packhorse.document.Block.Table.Column;
import org.packhorse.document.Cell;
import org.packhorse.document.Position;
import org.packhorse.document.Value;

/// Turns cells of the tree's tables into cells of a sheet. A value goes out as a real number or date when the cell's
/// words are its printing; a cell that says more goes out as words, so that its reader misses nothing that the readers of
/// other formats see.
final class CellEntries {

	// Excel counts days from here; before March 1900 it counts a day that never was, after 9999 it knows none.
	private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

	private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

	// Beyond this a spreadsheet's numbers end.
	private static final BigDecimal LARGEST = new BigDecimal("1E307");

	private final HouseStyles house;

	private final CellWords words;

	CellEntries(HouseStyles house, CellWords words) {
		this.house = house;
		this.words = words;
	}

	/// The cell as it stands in this column.
	Entry entry(Position at, Column column, Cell cell) {
		var style = this.house.cell(column.rowHeader(), column.align() == Align.END);
		var badge = CellWords.firstBadge(cell.words());
		// A sparkline is drawn on the cell's own ground.
		if (badge != null && CellWords.firstSparkline(cell.words()) == null) {
			style = this.house.badge(style, badge.tone());
		}
		var link = CellWords.onlyLink(cell.words());
		var goal = link == null ? null : CellWords.goal(at, link);
		if (goal != null) {
			style = this.house.linked(style);
		}
		var figure = figure(cell, style, goal);
		return figure != null ? figure : words(at, cell, style, goal, badge != null);
	}

	private @Nullable Entry figure(Cell cell, Style style, @Nullable Goal goal) {
		return switch (cell.value()) {
			case Value.Text _, Value.None _ -> null;
			case Value.Number number -> figure(cell, number.number(),
					style.format(NumberFormats.of(number.number(), number.decimals(), "", "")), goal);
			case Value.Percent percent -> figure(cell, percent.percent().movePointLeft(2),
					style.format(NumberFormats.of(percent.percent(), percent.decimals(), "", "%")), goal);
			case Value.Money money -> figure(cell, money.pounds(),
					style.format(NumberFormats.of(money.pounds(), money.decimals(), "£", "")), goal);
			case Value.Day day -> day.date().isBefore(FIRST_DAY) || day.date().isAfter(LAST_DAY) ? null
					: figure(cell, BigDecimal.valueOf(day.date().toEpochDay() - DAY_ZERO.toEpochDay()), style.format(NumberFormats.DAY), goal);
		};
	}

	private static @Nullable Entry figure(Cell cell, BigDecimal number, Style style, @Nullable Goal goal) {
		var saysTheValue = cell.plain().strip().equals(cell.value().print());
		return saysTheValue && number.abs().compareTo(LARGEST) < 0 ? new Entry.Figure(number, style, goal) : null;
	}

	private Entry words(Position at, Cell cell, Style style, @Nullable Goal goal, boolean flat) {
		var rich = goal != null ? Rich.plain(this.words.plain(at, cell.plain()))
				: flat ? Rich.plain(this.words.flat(at, cell.words())) : this.words.rich(at, "", cell.words());
		var first = rich.runs().getFirst().text();
		return first.isEmpty() ? new Entry.Blank(style) : new Entry.Words(rich, style.quoted(looksLikeFormula(first)), goal);
	}

	/// Whether a spreadsheet program would take typed words for a formula.
	static boolean looksLikeFormula(String words) {
		return "=+-@\t\n".indexOf(words.charAt(0)) >= 0;
	}

}
