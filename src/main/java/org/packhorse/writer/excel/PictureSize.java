package org.packhorse.writer.excel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Bytes;

/// A picture's size in pixels and its kind, `png` or `jpeg`.
record PictureSize(int width, int height, String ending) {

	/// Read from the picture's head, or null when it is no picture that Excel can hold.
	static @Nullable PictureSize of(Bytes image) {
		try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(image.array()))) {
			var readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) {
				return null;
			}
			var reader = readers.next();
			reader.setInput(in, true, true);
			var ending = reader.getFormatName().toLowerCase(Locale.ROOT);
			var size = new PictureSize(reader.getWidth(0), reader.getHeight(0), ending);
			reader.dispose();
			return Set.of("png", "jpeg").contains(ending) ? size : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

}
