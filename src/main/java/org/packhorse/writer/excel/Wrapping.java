package org.packhorse.writer.excel;

import java.util.ArrayList;
import java.util.List;

import org.packhorse.document.Position;

/// Reckons how high a row must be for wrapped words, from above: a row a little too high does no harm, a line cut off does.
/// Programs that open the file may better the height; some do not, and then this one stands.
final class Wrapping {

	/// The height of a line of body text, in points.
	static final double LINE = 15.6;

	/// Space below the words, in points.
	static final double BELOW = 6;

	/// The greatest height that Excel gives a row.
	static final double TALLEST = 409;

	// Widths of letters in Arial, in figures: a column's width counts figures.
	private static final double USUAL = 0.88;

	private static final double WIDE = 1.3;

	private static final double FULL_WIDTH = 2;

	// What a cell's edges take of its column, in characters.
	private static final double EDGES = 2;

	private Wrapping() {
	}

	/// The line of a table with these cells in columns of these widths. Words that fill one line only stand half-way up;
	/// where some fill more, all start at the top.
	static Line line(List<Double> widths, List<Entry> cells) {
		int lines = 1;
		for (int i = 0; i < cells.size(); i++) {
			if (cells.get(i) instanceof Entry.Words words) {
				var style = words.style();
				lines = Math.max(lines, lines(words.words(), widths.get(i) - EDGES - style.lay().indent(), style.face().bold()));
			}
		}
		return lines > 1 ? new Line(cells, height(lines))
				: new Line(centred(cells), height(1));
	}

	private static List<Entry> centred(List<Entry> cells) {
		var centred = new ArrayList<Entry>(cells.size());
		for (Entry cell : cells) {
			centred.add(cell.with(HouseStyles.centred(cell.style())));
		}
		return centred;
	}

	/// The height of a row whose fullest cell has this many lines.
	static double height(int lines) {
		return Math.min(TALLEST, lines * LINE + BELOW);
	}

	/// A cell keeps all of its words, but Excel shows a row only so high; the end of longer words has to be looked for.
	static void sayIfTooTall(Position at, Line line, Unshown unshown) {
		if (line.height() >= TALLEST) {
			unshown.add(at, "end of a long cell", "Excel shows 409 points of a row and no more; the cell holds all of its words, and the formula bar shows them");
		}
	}

	/// The lines that the words fill in a column of this width.
	static int lines(Rich words, double width, boolean bold) {
		int lines = 1;
		double filled = 0;
		double word = 0;
		for (Rich.Run run : words.runs()) {
			var stretch = bold || run.bold() ? 1.08 : 1;
			var text = run.text();
			for (int i = 0; i < text.length(); i++) {
				char c = text.charAt(i);
				if (c == '\n') {
					lines++;
					filled = 0;
					word = 0;
					continue;
				}
				double letter = width(c) * stretch;
				word = c == ' ' || c == '-' ? 0 : word + letter;
				filled += letter;
				if (filled > width && c != ' ') {
					// The word goes to the next line whole, or is broken when it is longer than a line.
					lines++;
					filled = word >= filled ? letter : word;
					word = filled;
				}
			}
		}
		return lines;
	}

	private static double width(char c) {
		if (c < 0x80) {
			return c >= 'A' && c <= 'Z' || c == 'm' || c == 'w' ? WIDE : USUAL;
		}
		return c >= 0x2E80 ? FULL_WIDTH : Character.isUpperCase(c) ? WIDE : USUAL;
	}

}
