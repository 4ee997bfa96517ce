package org.packhorse.writer.pdf;

import java.awt.Color;

/// How a text is set: its plain style and the distance from line to line.
record Setting(Style style, float leading) {

	/// The height of the middle of capital letters above the baseline, as a share of the size.
	private static final float MIDDLE = 0.358f;

	Setting in(Face face) {
		return new Setting(this.style.in(face), this.leading);
	}

	Setting in(Color colour) {
		return new Setting(this.style.in(colour), this.leading);
	}

	/// The baseline of the line with this index, below this top.
	float baseline(int line, float top) {
		return top - this.leading * (line + 0.5f) - this.style.size() * MIDDLE;
	}

	/// The middle of capital letters on this baseline.
	float middle(float baseline) {
		return baseline + this.style.size() * MIDDLE;
	}

}
