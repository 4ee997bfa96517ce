package org.packhorse.writer.packing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Adler32;

import org.jspecify.annotations.Nullable;

/// Deflated bytes in the wrapping of RFC 1950, as PDF files have them.
public final class Zlib {

	/// A window of 32 kB and the quickest of four levels.
	private static final int HEAD = 0x7801;

	private static final int HEAD_SIZE = 2;

	private static final int BLOCK_HEAD_SIZE = 5;

	private static final int SUM_SIZE = 4;

	private final Deflating deflating = new Deflating();

	/// Packs these bytes.
	public byte[] packed(byte[] content) {
		var out = new ByteArrayOutputStream(content.length / 3 + 64);
		var sum = new Adler32();
		sum.update(content);
		number(out, HEAD, HEAD_SIZE);
		try {
			this.deflating.start(out);
			this.deflating.write(content, 0, content.length);
			this.deflating.finish();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		number(out, sum.getValue(), SUM_SIZE);
		return out.toByteArray();
	}

	private static void number(ByteArrayOutputStream out, long number, int bytes) {
		for (int shift = 8 * bytes - 8; shift >= 0; shift -= 8) {
			out.write((int) (number >>> shift));
		}
	}

	/// The bytes in a wrapping that stores them as they are, or null when they are packed or in no wrapping.
	public static byte @Nullable [] stored(byte[] zlib) {
		var content = new ByteArrayOutputStream(zlib.length);
		int at = HEAD_SIZE;
		if (zlib.length < HEAD_SIZE || (zlib[0] << 8 | zlib[1] & 255) != HEAD) {
			return null;
		}
		boolean last = false;
		while (!last) {
			if (at + BLOCK_HEAD_SIZE > zlib.length || (zlib[at] & ~1) != 0) {
				return null;
			}
			last = zlib[at] == 1;
			int length = zlib[at + 1] & 255 | (zlib[at + 2] & 255) << 8;
			at += BLOCK_HEAD_SIZE;
			if (at + length + SUM_SIZE > zlib.length) {
				return null;
			}
			content.write(zlib, at, length);
			at += length;
		}
		return at + SUM_SIZE == zlib.length ? content.toByteArray() : null;
	}

}
