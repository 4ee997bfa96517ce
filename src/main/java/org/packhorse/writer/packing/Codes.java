package org.packhorse.writer.packing;

import java.util.Arrays;

/// Huffman's codes for symbols that come so many times, none longer than a limit; the more often a symbol comes, the shorter it is.
final class Codes {

	private final int limit;

	private final int[] lengths;

	private final int[] codes;

	/// Symbols in the order of their counts, as `count << 9 | symbol`.
	private final long[] order;

	private final int[] parents;

	private final long[] weights;

	Codes(int symbols, int limit) {
		this.limit = limit;
		this.lengths = new int[symbols];
		this.codes = new int[symbols];
		this.order = new long[symbols];
		this.parents = new int[2 * symbols];
		this.weights = new long[2 * symbols];
	}

	/// The codes of the standard that need no description.
	static Codes fixed(int... lengths) {
		var codes = new Codes(lengths.length, 15);
		System.arraycopy(lengths, 0, codes.lengths, 0, lengths.length);
		codes.number();
		return codes;
	}

	int length(int symbol) {
		return this.lengths[symbol];
	}

	/// The code with its bits in the order in which they go out.
	int code(int symbol) {
		return this.codes[symbol];
	}

	/// One more than the last symbol that has a code, and no less than this many.
	int used(int least) {
		int used = this.lengths.length;
		while (used > least && this.lengths[used - 1] == 0) {
			used--;
		}
		return used;
	}

	/// Makes the codes for these counts. A single symbol gets a code of one bit.
	void make(int[] counts) {
		Arrays.fill(this.lengths, 0);
		int used = 0;
		for (int symbol = 0; symbol < counts.length; symbol++) {
			if (counts[symbol] > 0) {
				this.order[used++] = (long) counts[symbol] << 9 | symbol;
			}
		}
		Arrays.sort(this.order, 0, used);
		if (used > 1) {
			join(used);
			shorten(used);
		}
		else if (used == 1) {
			this.lengths[(int) this.order[0] & 511] = 1;
		}
		number();
	}

	/// Joins the two lightest until one is left: leaves come in order, joined ones come about in order.
	private void join(int used) {
		int leaf = 0;
		int joined = used;
		for (int i = 0; i < used; i++) {
			this.weights[i] = this.order[i] >>> 9;
		}
		for (int made = used; made < 2 * used - 1; made++) {
			long weight = 0;
			for (int half = 0; half < 2; half++) {
				int lightest = leaf < used && (joined >= made || this.weights[leaf] <= this.weights[joined]) ? leaf++ : joined++;
				this.parents[lightest] = made;
				weight += this.weights[lightest];
			}
			this.weights[made] = weight;
		}
		int root = 2 * used - 2;
		this.parents[root] = 0;
		for (int node = root - 1; node >= 0; node--) {
			// From here on a node's depth stands in the place of its parent.
			this.parents[node] = this.parents[this.parents[node]] + 1;
		}
	}

	/// Codes over the limit are cut to it, and others lengthened until all fit again; the rarest symbols get the longest codes.
	private void shorten(int used) {
		int[] many = new int[this.limit + 1];
		for (int i = 0; i < used; i++) {
			many[Math.min(this.limit, this.parents[i])]++;
		}
		long room = 0;
		for (int length = 1; length <= this.limit; length++) {
			room += (long) many[length] << this.limit - length;
		}
		for (; room > 1L << this.limit; room--) {
			int length = this.limit - 1;
			while (many[length] == 0) {
				length--;
			}
			many[length]--;
			many[length + 1] += 2;
			many[this.limit]--;
		}
		int at = 0;
		for (int length = this.limit; length > 0; length--) {
			for (int i = 0; i < many[length]; i++) {
				this.lengths[(int) this.order[at++] & 511] = length;
			}
		}
	}

	/// Numbers the codes by length and symbol, as the standard does.
	private void number() {
		int[] many = new int[16];
		for (int length : this.lengths) {
			many[length]++;
		}
		many[0] = 0;
		int[] next = new int[16];
		for (int length = 1; length < 16; length++) {
			next[length] = next[length - 1] + many[length - 1] << 1;
		}
		for (int symbol = 0; symbol < this.lengths.length; symbol++) {
			int length = this.lengths[symbol];
			if (length > 0) {
				this.codes[symbol] = Integer.reverse(next[length]++) >>> 32 - length;
			}
		}
	}

}
