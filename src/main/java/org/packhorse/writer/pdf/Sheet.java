package org.packhorse.writer.pdf;

import java.awt.Color;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// PDF syntax as bytes: names, numbers and operators one after the other.
///
/// OpenPDF's own buffer formats every number through a double and checks its room for every byte; a pack has half a million
/// of them.
final class Sheet {

	private byte[] bytes = new byte[4096];

	private int size;

	Sheet text(String ascii) {
		int length = ascii.length();
		room(length);
		for (int i = 0; i < length; i++) {
			this.bytes[this.size++] = (byte) ascii.charAt(i);
		}
		return this;
	}

	Sheet bytes(byte[] more) {
		room(more.length);
		System.arraycopy(more, 0, this.bytes, this.size, more.length);
		this.size += more.length;
		return this;
	}

	/// A whole number.
	Sheet whole(int number) {
		room(11);
		if (number < 0) {
			this.bytes[this.size++] = '-';
			number = -number;
		}
		int end = this.size + digits(number);
		for (int at = end; at > this.size;) {
			int rest = number / 10;
			this.bytes[--at] = (byte) ('0' + number - rest * 10);
			number = rest;
		}
		this.size = end;
		return this;
	}

	private static int digits(int number) {
		int digits = 1;
		for (int limit = 10; digits < 10 && number >= limit; limit *= 10) {
			digits++;
		}
		return digits;
	}

	/// A number of points and the space after it, rounded to hundredths.
	Sheet points(float number) {
		return hundredths(Math.round(number * 100)).space();
	}

	/// Hundredths, printed as a decimal number.
	Sheet hundredths(int hundredths) {
		room(13);
		if (hundredths < 0) {
			this.bytes[this.size++] = '-';
			hundredths = -hundredths;
		}
		whole(hundredths / 100);
		int rest = hundredths % 100;
		if (rest > 0) {
			room(3);
			this.bytes[this.size++] = '.';
			this.bytes[this.size++] = (byte) ('0' + rest / 10);
			if (rest % 10 > 0) {
				this.bytes[this.size++] = (byte) ('0' + rest % 10);
			}
		}
		return this;
	}

	Sheet space() {
		room(1);
		this.bytes[this.size++] = ' ';
		return this;
	}

	/// Red, green and blue as shares of one, to thousandths, each with the space after it.
	static byte[] parts(Color colour) {
		var parts = new StringBuilder();
		for (int part : new int[] { colour.getRed(), colour.getGreen(), colour.getBlue() }) {
			parts.append(BigDecimal.valueOf(Math.round(part / 255.0 * 1000), 3).stripTrailingZeros().toPlainString()).append(' ');
		}
		return parts.toString().getBytes(StandardCharsets.US_ASCII);
	}

	/// A reference to the object of this number.
	Sheet reference(int object) {
		return whole(object).text(" 0 R");
	}

	/// A text string that any character may stand in, as hexadecimal UTF-16.
	Sheet unicode(String words) {
		text("<FEFF");
		for (byte one : words.getBytes(StandardCharsets.UTF_16BE)) {
			room(2);
			this.bytes[this.size++] = (byte) Character.toUpperCase(Character.forDigit(one >> 4 & 15, 16));
			this.bytes[this.size++] = (byte) Character.toUpperCase(Character.forDigit(one & 15, 16));
		}
		return text(">");
	}

	byte[] array() {
		return this.bytes;
	}

	int size() {
		return this.size;
	}

	void clear() {
		this.size = 0;
	}

	/// As text, for small parts of other sheets.
	@Override
	public String toString() {
		return new String(this.bytes, 0, this.size, StandardCharsets.ISO_8859_1);
	}

	private void room(int more) {
		if (this.size + more > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.bytes.length * 2, this.size + more));
		}
	}

}
