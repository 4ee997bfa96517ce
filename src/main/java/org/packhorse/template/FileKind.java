package org.packhorse.template;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;

import javax.imageio.ImageIO;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Bytes;

/// The kinds of file that a house may bring, told by what is in them and not by their names.
enum FileKind {

	PICTURE("a PNG or JPEG picture", FileKind::pictureFault, "89504e47", "ffd8ff"),

	FONT("a TrueType font (.ttf)", TrueType::fault, "00010000", "74727565"),

	WORD("a Word document (.docx)", WordStyles::fault, "504b0304");

	private final String words;

	private final Function<byte[], @Nullable String> inside;

	private final String[] starts;

	FileKind(String words, Function<byte[], @Nullable String> inside, String... starts) {
		this.words = words;
		this.inside = inside;
		this.starts = starts;
	}

	/// The kind as messages say it.
	String words() {
		return this.words;
	}

	/// Why the file cannot serve, as the end of a sentence about it; null when it can.
	@Nullable String fault(Bytes file) {
		var bytes = file.array();
		var start = HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
		return Arrays.stream(this.starts).anyMatch(start::startsWith) ? this.inside.apply(bytes) : "is not " + this.words;
	}

	private static @Nullable String pictureFault(byte[] file) {
		try {
			return ImageIO.read(new ByteArrayInputStream(file)) == null ? "holds no picture" : null;
		}
		catch (IOException | RuntimeException damaged) {
			return "is damaged: the picture cannot be read to its end";
		}
	}

}
