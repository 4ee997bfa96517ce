package org.packhorse.writer.pdf;


/// What every part of one document's making works with.
record Desk(House house, PdfTags tags, Pen pen, Ink ink, Typesetter type, Flow flow) {

	/// A piece of plain words across the page.
	TextPiece text(Tag tag, String words, Setting setting) {
		return piece(tag, this.type.plain(words, setting, this.house.width()), this.house.left());
	}

	TextPiece piece(Tag tag, Words words, float left) {
		return new TextPiece(this.ink, tag, words, left);
	}

}
