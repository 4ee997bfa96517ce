package org.packhorse.document;

import java.util.Arrays;

/// Bytes that cannot change and can be compared, such as a picture's.
public final class Bytes {

	private final byte[] bytes;

	/// Kept, because templates are looked up by all that they are made of; 0 until it is asked for.
	private int hash;

	private Bytes(byte[] bytes) {
		this.bytes = bytes;
	}

	/// These bytes, copied.
	public static Bytes of(byte[] bytes) {
		return new Bytes(bytes.clone());
	}

	/// A copy of the bytes.
	public byte[] array() {
		return this.bytes.clone();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Bytes that && Arrays.equals(this.bytes, that.bytes);
	}

	@Override
	public int hashCode() {
		if (this.hash == 0) {
			this.hash = Arrays.hashCode(this.bytes);
		}
		return this.hash;
	}

	@Override
	public String toString() {
		return this.bytes.length + " bytes";
	}

}
