package org.packhorse.console;

import java.util.List;
import java.util.function.Function;

import org.packhorse.authority.Page;

/// A page of a list, as scripts get it.
///
/// @param page from 1
/// @param total of the whole list
record Listed<T>(List<T> items, int page, int pages, long total) {

	Listed {
		items = List.copyOf(items);
	}

	static <S, T> Listed<T> of(Page<S> page, Function<S, T> each) {
		return new Listed<>(page.items().stream().map(each).toList(), page.number(), page.pages(), page.total());
	}

}
