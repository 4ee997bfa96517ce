package org.packhorse.writer.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Characters as UTF-8 bytes on their way out, gathered until there are enough of them.
public final class Utf8 {

	private static final int ROOM = 16 * 1024;

	/// From this length on the JDK's own way is the quicker one.
	private static final int LONG = 48;

	private final OutputStream out;

	private final byte[] bytes = new byte[ROOM];

	private int size;

	public Utf8(OutputStream out) {
		this.out = out;
	}

	/// All of these characters.
	public void put(String text) throws IOException {
		put(text, 0, text.length());
	}

	/// A part of these characters that cuts no pair of surrogates.
	public void put(String text, int from, int to) throws IOException {
		if (to - from > LONG) {
			bytes(text.substring(from, to).getBytes(StandardCharsets.UTF_8));
			return;
		}
		room(to - from);
		byte[] bytes = this.bytes;
		int at = this.size;
		for (int i = from; i < to; i++) {
			char c = text.charAt(i);
			if (c >= 0x80) {
				this.size = at;
				bytes(text.substring(i, to).getBytes(StandardCharsets.UTF_8));
				return;
			}
			bytes[at++] = (byte) c;
		}
		this.size = at;
	}

	/// One character of ASCII.
	public void put(char ascii) throws IOException {
		room(1);
		this.bytes[this.size++] = (byte) ascii;
	}

	/// Hands on what is still held back.
	public void flush() throws IOException {
		this.out.write(this.bytes, 0, this.size);
		this.size = 0;
	}

	private void bytes(byte[] more) throws IOException {
		if (more.length > ROOM - this.size) {
			flush();
		}
		if (more.length > ROOM) {
			this.out.write(more, 0, more.length);
			return;
		}
		System.arraycopy(more, 0, this.bytes, this.size, more.length);
		this.size += more.length;
	}

	private void room(int more) throws IOException {
		if (more > ROOM - this.size) {
			flush();
		}
	}

}
