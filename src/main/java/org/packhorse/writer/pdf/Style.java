package org.packhorse.writer.pdf;

import java.awt.Color;

import org.jspecify.annotations.Nullable;

/// How a run of words looks, and where it leads when it is a link.
///
/// @param fill the colour of the box around a badge, or null for plain words
/// @param target what the words link to, or null
/// @param spark what is drawn in place of the words, or null
record Style(Face face, float size, Color colour, @Nullable Color fill, @Nullable Target target, @Nullable Spark spark) {

	/// How far a badge's box reaches beyond its words.
	private static final float BADGE_PADDING = 0.5f;

	Style(Face face, float size, Color colour) {
		this(face, size, colour, null, null, null);
	}

	Style in(Face face) {
		return new Style(face, this.size, this.colour, this.fill, this.target, this.spark);
	}

	Style in(Color colour) {
		return new Style(this.face, this.size, colour, this.fill, this.target, this.spark);
	}

	Style to(Target target, Color colour) {
		return new Style(this.face, this.size, colour, this.fill, target, this.spark);
	}

	Style badge(Face bold, Color fill, Color colour) {
		return new Style(bold, this.size * 0.88f, colour, fill, null, null);
	}

	Style drawing(Spark spark) {
		return new Style(this.face, this.size, this.colour, null, null, spark);
	}

	float padding() {
		return this.fill == null ? 0 : this.size * BADGE_PADDING;
	}

	float width(String text) {
		return this.face.width(text, this.size);
	}

}
