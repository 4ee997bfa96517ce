package org.packhorse.writer.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Packs bytes as RFC 1951 has it, one stream after another, for the many small parts of one file. The JDK's deflater takes about
/// twice the time for this size, and other builds of it make other bytes of the same words.
public final class Deflating extends OutputStream {

	private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	/// How far back a reference can go.
	private static final int WINDOW = 1 << 15;

	private static final int ROOM = WINDOW + (1 << 16);

	private static final int HASH_BITS = 14;

	private static final int LEAST = 4;

	private static final int MOST = 258;

	/// How many places with the same first bytes are looked at.
	private static final int TRIES = 4;

	/// A reference of this length is good enough to look no further.
	private static final int GOOD = 32;

	/// Inside a longer one few places are noted.
	private static final int SHORT = 12;

	private static final int FURTHEST = 1 << 30;

	private final Bits bits = new Bits();

	private final Block block = new Block();

	private final byte[] bytes = new byte[ROOM];

	/// The last place with these first bytes, counted through all streams; what lies before [#oldest] belongs to another one.
	private final int[] heads = new int[1 << HASH_BITS];

	/// The place before with the same first bytes.
	private final int[] earlier = new int[WINDOW];

	/// The number of the place where the bytes that are held begin.
	private int base = WINDOW;

	private int oldest = WINDOW;

	private int filled;

	private int done;

	private int blockFrom;

	/// Starts a stream that goes to this place, which stays open.
	public void start(OutputStream out) {
		this.bits.start(out);
		this.base += this.filled + WINDOW;
		this.oldest = this.base;
		recount();
		this.filled = 0;
		this.done = 0;
		this.blockFrom = 0;
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[] { (byte) b }, 0, 1);
	}

	@Override
	public void write(byte[] more, int from, int length) throws IOException {
		int at = from;
		int end = from + length;
		while (at < end) {
			if (this.filled == ROOM) {
				find(ROOM);
				slide();
			}
			int part = Math.min(end - at, ROOM - this.filled);
			System.arraycopy(more, at, this.bytes, this.filled, part);
			this.filled += part;
			at += part;
		}
	}

	/// Ends the stream and says how many bytes it has.
	public long finish() throws IOException {
		find(this.filled);
		this.block.write(this.bits, this.bytes, this.blockFrom, this.done - this.blockFrom, true);
		this.bits.align();
		this.bits.flush();
		return this.bits.written();
	}

	/// Keeps as much as references can go back to.
	private void slide() throws IOException {
		if (!this.block.isEmpty()) {
			endBlock();
		}
		int gone = ROOM - WINDOW;
		System.arraycopy(this.bytes, gone, this.bytes, 0, WINDOW);
		this.base += gone;
		recount();
		this.filled = WINDOW;
		this.done = WINDOW;
		this.blockFrom = WINDOW;
	}

	/// Forgets all places before their numbers grow too large.
	private void recount() {
		if (this.base > FURTHEST) {
			Arrays.fill(this.heads, 0);
			this.base = WINDOW;
			this.oldest = WINDOW;
		}
	}

	private void endBlock() throws IOException {
		this.block.write(this.bits, this.bytes, this.blockFrom, this.done - this.blockFrom, false);
		this.blockFrom = this.done;
	}

	/// Finds for what is held whether it stood before, and hands it on as letters and references.
	private void find(int end) throws IOException {
		int last = end - Long.BYTES;
		while (this.done <= last) {
			int at = this.done;
			long found = longest(at, end);
			int length = (int) (found >>> 32);
			if (length > 0) {
				this.block.back(length, (int) found);
				note(at + 1, Math.min(at + length, last), length);
				this.done = at + length;
			}
			else {
				this.block.letter(this.bytes[at] & 255);
				this.done = at + 1;
			}
			endFull();
		}
		while (this.done < end) {
			this.block.letter(this.bytes[this.done++] & 255);
			endFull();
		}
	}

	private void endFull() throws IOException {
		if (this.block.isFull()) {
			endBlock();
		}
	}

	/// The longest of the same bytes among the places tried, as `length << 32 | distance`, or 0; notes the place itself.
	private long longest(int at, int end) {
		byte[] bytes = this.bytes;
		int[] earlier = this.earlier;
		int word = (int) INTS.get(bytes, at);
		int place = this.base + at;
		int hash = hash(word);
		int candidate = this.heads[hash];
		this.heads[hash] = place;
		earlier[place & WINDOW - 1] = candidate;
		int least = Math.max(this.oldest, place - WINDOW + 1);
		int length = 0;
		int distance = 0;
		for (int tries = TRIES; candidate >= least && tries > 0; tries--) {
			int there = at - (place - candidate);
			if ((int) INTS.get(bytes, there) == word && (length == 0 || bytes[there + length] == bytes[at + length])) {
				int same = same(bytes, there, at, end);
				if (same > length) {
					length = same;
					distance = place - candidate;
					if (length >= GOOD || at + length >= end) {
						break;
					}
				}
			}
			candidate = earlier[candidate & WINDOW - 1];
		}
		return (long) length << 32 | distance;
	}

	private static int hash(int word) {
		return word * 0x9E3779B1 >>> 32 - HASH_BITS;
	}

	/// Notes the places inside a reference; of a long one, only its end.
	private void note(int from, int to, int length) {
		for (int at = length > SHORT ? Math.max(from, to - 2) : from; at < to; at++) {
			int hash = hash((int) INTS.get(this.bytes, at));
			int place = this.base + at;
			this.earlier[place & WINDOW - 1] = this.heads[hash];
			this.heads[hash] = place;
		}
	}

	/// How many bytes are the same at both places.
	private static int same(byte[] bytes, int there, int at, int end) {
		int most = Math.min(MOST, end - at);
		int length = LEAST;
		while (length + Long.BYTES <= most) {
			long difference = (long) LONGS.get(bytes, there + length) ^ (long) LONGS.get(bytes, at + length);
			if (difference != 0) {
				return length + (Long.numberOfTrailingZeros(difference) >>> 3);
			}
			length += Long.BYTES;
		}
		while (length < most && bytes[there + length] == bytes[at + length]) {
			length++;
		}
		return length;
	}

}
