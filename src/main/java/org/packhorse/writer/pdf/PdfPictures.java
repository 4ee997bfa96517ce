package org.packhorse.writer.pdf;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Image;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfName;
import org.packhorse.document.Block.Picture;
import org.packhorse.document.Bytes;
import org.packhorse.writer.pdf.PdfTags.Aside;

/// Lays out pictures as figures with a text alternative.
final class PdfPictures {

	private final Desk desk;

	PdfPictures(Desk desk) {
		this.desk = desk;
	}

	void picture(Picture picture) {
		this.desk.flow().add(piece("picture " + picture.file(), picture.image(), picture.alternative(), picture.widthMillimetres()), 12);
	}

	/// A picture this wide, or its alternative in words when it cannot be read.
	Piece piece(String what, Bytes bytes, String alternative, float widthMillimetres) {
		var image = read(what, bytes);
		if (image == null) {
			return this.desk.text(this.desk.tags().child(PdfName.P), "[" + alternative + "]", this.desk.house().body().in(House.GREY));
		}
		float width = Math.min(House.points(widthMillimetres), this.desk.house().width());
		float height = width * image.getHeight() / image.getWidth();
		float shrunk = Math.min(1, this.desk.flow().tallest() / height);
		return new Drawn(this.desk, figure(alternative), image, width * shrunk, height * shrunk);
	}

	/// A picture without words, such as a logo beside the council's name, is there for the eye alone.
	private @Nullable Tag figure(String alternative) {
		if (alternative.isBlank()) {
			return null;
		}
		var figure = this.desk.tags().child(PdfName.FIGURE);
		this.desk.tags().alternative(figure, alternative);
		return figure;
	}

	private @Nullable Image read(String what, Bytes bytes) {
		try {
			return Image.getInstance(bytes.array());
		}
		catch (IOException | RuntimeException ex) {
			this.desk.type().glyphs()
				.lost("the " + what, "the file is not a PNG or JPEG that can be read; its text alternative stands in its place");
			return null;
		}
	}

	private record Drawn(Desk desk, @Nullable Tag figure, Image image, float width, float height) implements Piece {

		@Override
		public void draw(float top) {
			float left = this.desk.house().left();
			Runnable drawing = () -> this.desk.pen().image(this.image, left, top - this.height, this.width, this.height);
			if (this.figure == null) {
				this.desk.tags().artifact(Aside.LAYOUT, drawing);
			}
			else {
				this.desk.tags().area(this.figure, new Rectangle(left, top - this.height, left + this.width, top));
				this.desk.tags().content(this.figure, drawing);
			}
		}

	}

}
