package org.packhorse.writer.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Bytes;

/// What a picture's own bytes say: its kind and its size in pixels.
record Raster(String ending, int width, int height) {

	private static final Set<String> KINDS = Set.of("png", "jpeg");

	/// The facts of a PNG or JPEG picture, or null when the bytes are neither.
	static @Nullable Raster of(Bytes image) {
		try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(image.array()))) {
			var readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) {
				return null;
			}
			var reader = readers.next();
			reader.setInput(in);
			var kind = reader.getFormatName().toLowerCase(Locale.ROOT);
			return KINDS.contains(kind) ? new Raster(kind, reader.getWidth(0), reader.getHeight(0)) : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	/// The widest this picture may be, in millimetres, within these bounds.
	double fit(double width, double tallest) {
		return Math.min(width, tallest * this.width / this.height);
	}

}
