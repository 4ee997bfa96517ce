package org.packhorse.writer.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Bits on their way out, the lowest first, as deflated data has them.
final class Bits {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	/// What fits beside a byte that is begun.
	static final int MOST = 56;

	private static final int ROOM = 16 * 1024;

	private final byte[] bytes = new byte[ROOM + Long.BYTES];

	private int size;

	private long held;

	private int count;

	private OutputStream out = OutputStream.nullOutputStream();

	private long written;

	/// Starts a stream that goes to this place.
	void start(OutputStream out) {
		this.out = out;
		this.written = 0;
	}

	/// How many bytes the stream has, once it has ended on a whole one.
	long written() {
		return this.written;
	}

	/// At most [#MOST] bits.
	void put(long bits, int length) throws IOException {
		this.held |= bits << this.count;
		this.count += length;
		LONGS.set(this.bytes, this.size, this.held);
		int whole = this.count >>> 3;
		this.size += whole;
		this.held >>>= whole << 3;
		this.count &= 7;
		if (this.size >= ROOM) {
			flush();
		}
	}

	/// Fills the byte that is begun.
	void align() throws IOException {
		if (this.count > 0) {
			put(0, 8 - this.count);
		}
	}

	/// Whole bytes as they are, after [#align].
	void bytes(byte[] all, int from, int length) throws IOException {
		flush();
		this.out.write(all, from, length);
		this.written += length;
	}

	/// Sends out all whole bytes.
	void flush() throws IOException {
		this.out.write(this.bytes, 0, this.size);
		this.written += this.size;
		this.size = 0;
	}

}
