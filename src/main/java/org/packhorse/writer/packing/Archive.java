package org.packhorse.writer.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// A zip, as Word and Excel files are. Its parts stand in the order they are written and carry no clock's time, so that the same
/// parts give the same bytes on any day and machine. A part goes out while it is being written; none is ever held whole.
public final class Archive {

	private static final int LOCAL = 0x04034b50;

	private static final int AFTER = 0x08074b50;

	private static final int CENTRAL = 0x02014b50;

	private static final int END = 0x06054b50;

	private static final int VERSION = 20;

	private static final int DEFLATED = 8;

	/// A part whose sizes follow its bytes.
	private static final int STREAMED = 8;

	/// Noon of the first day that a zip can name: hours and the smaller parts of a day, then years since 1980, month and day.
	private static final int NOON = 12 << 11;

	private static final int DAY = 1 << 5 | 1;

	/// What an entry without the later 64-bit form can say.
	private static final long MOST = 0xFFFFFFFFL;

	private static final int MOST_PARTS = 0xFFFF;

	private record Part(byte[] name, int flags, long sum, long packed, long size, long offset) {
	}

	/// What goes into a part.
	@FunctionalInterface
	public interface Content {

		void writeTo(OutputStream part) throws IOException;

	}

	private final OutputStream out;

	private final Deflating deflating = new Deflating();

	private final List<Part> parts = new ArrayList<>();

	private long offset;

	/// An archive that goes to this place, which stays open.
	public Archive(OutputStream out) {
		this.out = out;
	}

	/// Adds a part that is written now.
	public void add(String name, Content content) throws IOException {
		long from = this.offset;
		local(name, STREAMED, 0, 0, 0);
		this.deflating.start(this.out);
		var part = new Summed(this.deflating);
		content.writeTo(part);
		long packed = this.deflating.finish();
		this.offset += packed;
		check(part.size, packed);
		header(16).four(AFTER).four(part.sum.getValue()).four(packed).four(part.size).write();
		this.parts.add(new Part(ascii(name), STREAMED, part.sum.getValue(), packed, part.size, from));
	}

	/// Adds a part that is packed already.
	public void add(String name, Packed packed) throws IOException {
		long from = this.offset;
		byte[] bytes = packed.bytes();
		local(name, 0, packed.sum(), bytes.length, packed.size());
		this.out.write(bytes, 0, bytes.length);
		this.offset += bytes.length;
		this.parts.add(new Part(ascii(name), 0, packed.sum(), bytes.length, packed.size(), from));
	}

	/// Ends the archive with the list of its parts.
	public void finish() throws IOException {
		long from = this.offset;
		for (Part part : this.parts) {
			header(46 + part.name.length).four(CENTRAL).two(VERSION).two(VERSION).two(part.flags).two(DEFLATED).two(NOON).two(DAY).four(part.sum)
				.four(part.packed).four(part.size).two(part.name.length).two(0).two(0).two(0).two(0).four(0).four(part.offset).bytes(part.name).write();
		}
		check(this.offset, this.parts.size() > MOST_PARTS ? MOST + 1 : 0);
		header(22).four(END).two(0).two(0).two(this.parts.size()).two(this.parts.size()).four(this.offset - from).four(from).two(0).write();
		this.out.flush();
	}

	private void local(String name, int flags, long sum, long packed, long size) throws IOException {
		byte[] ascii = ascii(name);
		header(30 + ascii.length).four(LOCAL).two(VERSION).two(flags).two(DEFLATED).two(NOON).two(DAY).four(sum).four(packed).four(size).two(ascii.length)
			.two(0).bytes(ascii).write();
	}

	private static byte[] ascii(String name) {
		return name.getBytes(StandardCharsets.US_ASCII);
	}

	private static void check(long... sizes) throws IOException {
		for (long size : sizes) {
			if (size > MOST) {
				throw new IOException("the file would hold more than 4 GB, which Office files cannot: make a pack of fewer actions or indicators");
			}
		}
	}

	private Header header(int length) {
		return new Header(length);
	}

	/// Bytes that say something of the parts, the lowest of each number first.
	private final class Header {

		private final byte[] bytes;

		private int size;

		Header(int length) {
			this.bytes = new byte[length];
		}

		Header two(int number) {
			this.bytes[this.size++] = (byte) number;
			this.bytes[this.size++] = (byte) (number >>> 8);
			return this;
		}

		Header four(long number) {
			return two((int) number).two((int) (number >>> 16));
		}

		Header bytes(byte[] more) {
			System.arraycopy(more, 0, this.bytes, this.size, more.length);
			this.size += more.length;
			return this;
		}

		void write() throws IOException {
			Archive.this.out.write(this.bytes, 0, this.size);
			Archive.this.offset += this.size;
		}

	}

	/// Counts and sums what goes through.
	private static final class Summed extends OutputStream {

		private final OutputStream out;

		private final CRC32 sum = new CRC32();

		private long size;

		Summed(OutputStream out) {
			this.out = out;
		}

		@Override
		public void write(int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int from, int length) throws IOException {
			this.sum.update(bytes, from, length);
			this.size += length;
			this.out.write(bytes, from, length);
		}

	}

}
