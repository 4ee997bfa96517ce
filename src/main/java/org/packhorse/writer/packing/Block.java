package org.packhorse.writer.packing;

import java.io.IOException;
import java.util.Arrays;

/// One block of deflated data: letters and references back, and how they are written in the fewest bits.
final class Block {

	private static final int ENOUGH = 1 << 14;

	private static final int END = 256;

	private static final int LETTERS = 286;

	private static final int DISTANCES = 30;

	/// The order in which the lengths of the lengths' codes are written.
	private static final int[] ORDER = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15 };

	private static final Codes PLAIN_LETTERS = plainLetters();

	private static final Codes PLAIN_DISTANCES = Codes.fixed(filled(new int[DISTANCES], 0, DISTANCES, 5));

	/// The symbol of each length, from 0.
	private static final byte[] LENGTHS = new byte[259];

	private static final int[] LENGTH_FROM = new int[29];

	private static final int[] LENGTH_BITS = new int[29];

	private static final int[] DISTANCE_FROM = new int[DISTANCES];

	private static final int[] DISTANCE_BITS = new int[DISTANCES];

	static {
		int length = 3;
		for (int symbol = 0; symbol < 28; symbol++) {
			LENGTH_BITS[symbol] = symbol < 8 ? 0 : symbol / 4 - 1;
			LENGTH_FROM[symbol] = length;
			length += 1 << LENGTH_BITS[symbol];
			Arrays.fill(LENGTHS, LENGTH_FROM[symbol], Math.min(length, 259), (byte) symbol);
		}
		LENGTH_FROM[28] = 258;
		LENGTHS[258] = 28;
		int distance = 1;
		for (int symbol = 0; symbol < DISTANCES; symbol++) {
			DISTANCE_BITS[symbol] = symbol < 4 ? 0 : symbol / 2 - 1;
			DISTANCE_FROM[symbol] = distance;
			distance += 1 << DISTANCE_BITS[symbol];
		}
	}

	/// A letter as it is, or `length << 16 | distance`.
	private final int[] symbols = new int[ENOUGH];

	private int size;

	private final int[] letterCounts = new int[LETTERS];

	private final int[] distanceCounts = new int[DISTANCES];

	private final Codes letters = new Codes(LETTERS, 15);

	private final Codes distances = new Codes(DISTANCES, 15);

	private final Codes lengths = new Codes(19, 7);

	/// The lengths of all codes with their repetitions, as `symbol | extra << 8`.
	private final int[] described = new int[LETTERS + DISTANCES];

	private int descriptions;

	boolean isFull() {
		return this.size == ENOUGH;
	}

	boolean isEmpty() {
		return this.size == 0;
	}

	void letter(int letter) {
		this.symbols[this.size++] = letter;
		this.letterCounts[letter]++;
	}

	/// So many bytes as they stood so far back.
	void back(int length, int distance) {
		this.symbols[this.size++] = length << 16 | distance;
		this.letterCounts[257 + LENGTHS[length]]++;
		this.distanceCounts[distanceSymbol(distance)]++;
	}

	/// Two symbols for each power of two.
	private static int distanceSymbol(int distance) {
		int before = distance - 1;
		if (before < 2) {
			return before;
		}
		int power = 31 - Integer.numberOfLeadingZeros(before);
		return 2 * power + (before >>> power - 1 & 1);
	}

	/// Writes the block, which says these bytes, and starts another.
	void write(Bits bits, byte[] said, int from, int length, boolean last) throws IOException {
		this.letterCounts[END]++;
		this.letters.make(this.letterCounts);
		this.distances.make(this.distanceCounts);
		describe();
		long made = cost(this.letters, this.distances) + descriptionCost();
		long plain = cost(PLAIN_LETTERS, PLAIN_DISTANCES);
		if (8L * length + 40L * (length / 0xFFFF + 1) <= Math.min(made, plain)) {
			stored(bits, said, from, length, last);
		}
		else if (plain <= made) {
			bits.put(last ? 3 : 2, 3);
			symbols(bits, PLAIN_LETTERS, PLAIN_DISTANCES);
		}
		else {
			bits.put(last ? 5 : 4, 3);
			description(bits);
			symbols(bits, this.letters, this.distances);
		}
		this.size = 0;
		Arrays.fill(this.letterCounts, 0);
		Arrays.fill(this.distanceCounts, 0);
	}

	private long cost(Codes letters, Codes distances) {
		long cost = 0;
		for (int symbol = 0; symbol < LETTERS; symbol++) {
			cost += (long) this.letterCounts[symbol] * (letters.length(symbol) + (symbol > END ? LENGTH_BITS[symbol - 257] : 0));
		}
		for (int symbol = 0; symbol < DISTANCES; symbol++) {
			cost += (long) this.distanceCounts[symbol] * (distances.length(symbol) + DISTANCE_BITS[symbol]);
		}
		return cost;
	}

	/// Gathers as many bits as fit before they are handed on.
	private void symbols(Bits bits, Codes letters, Codes distances) throws IOException {
		int[] all = this.symbols;
		long held = 0;
		int count = 0;
		for (int i = 0, end = this.size; i < end; i++) {
			int symbol = all[i];
			if (symbol >= END) {
				bits.put(held, count);
				reference(bits, letters, distances, symbol >>> 16, symbol & 0xFFFF);
				held = 0;
				count = 0;
				continue;
			}
			held |= (long) letters.code(symbol) << count;
			count += letters.length(symbol);
			if (count > Bits.MOST - 15) {
				bits.put(held, count);
				held = 0;
				count = 0;
			}
		}
		bits.put(held, count);
		bits.put(letters.code(END), letters.length(END));
	}

	private static void reference(Bits bits, Codes letters, Codes distances, int length, int distance) throws IOException {
		int symbol = LENGTHS[length];
		long all = letters.code(257 + symbol);
		int count = letters.length(257 + symbol);
		all |= (long) (length - LENGTH_FROM[symbol]) << count;
		count += LENGTH_BITS[symbol];
		symbol = distanceSymbol(distance);
		all |= (long) distances.code(symbol) << count;
		count += distances.length(symbol);
		all |= (long) (distance - DISTANCE_FROM[symbol]) << count;
		bits.put(all, count + DISTANCE_BITS[symbol]);
	}

	private static void stored(Bits bits, byte[] said, int from, int length, boolean last) throws IOException {
		int at = from;
		do {
			int part = Math.min(0xFFFF, from + length - at);
			bits.put(last && at + part == from + length ? 1 : 0, 3);
			bits.align();
			bits.put(part | (long) (~part & 0xFFFF) << 16, 32);
			bits.bytes(said, at, part);
			at += part;
		}
		while (at < from + length);
	}

	/// The codes' lengths, where runs of the same length and of none are told by their number.
	private void describe() {
		this.descriptions = 0;
		int letters = letters();
		int[] all = new int[letters + distances()];
		for (int i = 0; i < all.length; i++) {
			all[i] = i < letters ? this.letters.length(i) : this.distances.length(i - letters);
		}
		int[] counts = new int[19];
		for (int at = 0; at < all.length;) {
			int run = 1;
			while (at + run < all.length && all[at + run] == all[at]) {
				run++;
			}
			int told = all[at] == 0 ? nothing(run) : at > 0 && all[at - 1] == all[at] && run >= 3 ? again(run) : one(all[at]);
			counts[this.described[this.descriptions - 1] & 255]++;
			at += told;
		}
		this.lengths.make(counts);
	}

	private int nothing(int run) {
		if (run < 3) {
			return one(0);
		}
		int told = Math.min(run, 138);
		this.described[this.descriptions++] = told < 11 ? 17 | told - 3 << 8 : 18 | told - 11 << 8;
		return told;
	}

	private int again(int run) {
		int told = Math.min(run, 6);
		this.described[this.descriptions++] = 16 | told - 3 << 8;
		return told;
	}

	private int one(int length) {
		this.described[this.descriptions++] = length;
		return 1;
	}

	private int letters() {
		return this.letters.used(257);
	}

	private int distances() {
		return this.distances.used(1);
	}

	private int kinds() {
		int kinds = 19;
		while (kinds > 4 && this.lengths.length(ORDER[kinds - 1]) == 0) {
			kinds--;
		}
		return kinds;
	}

	private long descriptionCost() {
		long cost = 14 + 3L * kinds();
		for (int i = 0; i < this.descriptions; i++) {
			int kind = this.described[i] & 255;
			cost += this.lengths.length(kind) + extra(kind);
		}
		return cost;
	}

	private static int extra(int kind) {
		return switch (kind) {
			case 16 -> 2;
			case 17 -> 3;
			case 18 -> 7;
			default -> 0;
		};
	}

	private void description(Bits bits) throws IOException {
		int kinds = kinds();
		bits.put(letters() - 257 | distances() - 1 << 5 | kinds - 4 << 10, 14);
		for (int i = 0; i < kinds; i++) {
			bits.put(this.lengths.length(ORDER[i]), 3);
		}
		for (int i = 0; i < this.descriptions; i++) {
			int kind = this.described[i] & 255;
			bits.put(this.lengths.code(kind), this.lengths.length(kind));
			bits.put(this.described[i] >>> 8, extra(kind));
		}
	}

	private static Codes plainLetters() {
		int[] lengths = new int[288];
		filled(lengths, 0, 144, 8);
		filled(lengths, 144, 256, 9);
		filled(lengths, 256, 280, 7);
		return Codes.fixed(filled(lengths, 280, 288, 8));
	}

	private static int[] filled(int[] lengths, int from, int to, int length) {
		Arrays.fill(lengths, from, to, length);
		return lengths;
	}

}
