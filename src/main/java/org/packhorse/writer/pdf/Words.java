package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.packhorse.document.Block.Table.Align;

/// A text broken into lines of one width.
record Words(List<Line> lines, Setting setting, float width, Align align) {

	int count() {
		return this.lines.size();
	}

	float height() {
		return count() * this.setting.leading();
	}

	/// Whether there are boxes or underlines.
	boolean decorated() {
		return any(style -> style.fill() != null || style.target() != null);
	}

	/// Whether there are links or sparklines, which have tags of their own.
	boolean linked() {
		return any(style -> style.target() != null || style.spark() != null);
	}

	private boolean any(Predicate<Style> asked) {
		for (Line line : this.lines) {
			for (Line.Span span : line.spans()) {
				if (asked.test(span.style())) {
					return true;
				}
			}
		}
		return false;
	}

	Words first(int lines) {
		return new Words(this.lines.subList(0, Math.min(lines, count())), this.setting, this.width, this.align);
	}

	Words after(int lines) {
		return new Words(this.lines.subList(Math.min(lines, count()), count()), this.setting, this.width, this.align);
	}

	/// The words with their number hanging this far before the first line.
	Words numbered(Style style, String number, float hang) {
		if (number.isEmpty() || count() == 0) {
			return this;
		}
		var numbered = new ArrayList<>(this.lines);
		numbered.set(0, this.lines.getFirst().after(style, number, hang));
		return new Words(numbered, this.setting, this.width, this.align);
	}

	/// Where a line starts, from the left edge.
	float start(Line line) {
		return switch (this.align) {
			case START -> 0;
			case END -> Math.max(0, this.width - line.width());
		};
	}

}
