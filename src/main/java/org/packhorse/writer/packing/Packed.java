package org.packhorse.writer.packing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/// A part of a zip that is packed already, for parts that are the same in many files.
public final class Packed {

	private final byte[] bytes;

	private final long sum;

	private final int size;

	private Packed(byte[] bytes, long sum, int size) {
		this.bytes = bytes;
		this.sum = sum;
		this.size = size;
	}

	/// Packs a part.
	public static Packed of(byte[] content) {
		var packed = new ByteArrayOutputStream(content.length / 4 + 64);
		var deflating = new Deflating();
		try {
			deflating.start(packed);
			deflating.write(content, 0, content.length);
			deflating.finish();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		var sum = new CRC32();
		sum.update(content);
		return new Packed(packed.toByteArray(), sum.getValue(), content.length);
	}

	byte[] bytes() {
		return this.bytes;
	}

	long sum() {
		return this.sum;
	}

	int size() {
		return this.size;
	}

}
