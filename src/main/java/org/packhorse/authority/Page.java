package org.packhorse.authority;

import java.util.List;
import java.util.function.Function;

/// One page of a long list, and how long the list is.
///
/// @param number from 1
/// @param total of the whole list
public record Page<T>(List<T> items, int number, long total) {

	/// How many there are on each but the last.
	public static final int SIZE = 50;

	public Page {
		items = List.copyOf(items);
	}

	/// Looks a page up: the one of this number, or the nearest there is.
	///
	/// @param from what is on the list from so many on
	public static <T> Page<T> of(int wanted, long total, Function<Long, List<T>> from) {
		int number = (int) Math.max(1, Math.min(wanted, last(total)));
		return new Page<>(total == 0 ? List.of() : from.apply((number - 1L) * SIZE), number, total);
	}

	private static long last(long total) {
		return Math.min(Integer.MAX_VALUE, (total + SIZE - 1) / SIZE);
	}

	/// How many pages there are; an empty list has one.
	public int pages() {
		return (int) Math.max(1, last(this.total));
	}

	/// The same with something else made of each.
	public <O> Page<O> map(Function<? super T, ? extends O> made) {
		return new Page<>(this.items.stream().<O>map(made).toList(), this.number, this.total);
	}

}
