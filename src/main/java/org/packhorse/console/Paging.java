package org.packhorse.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One page of a long list: which one, of how many, and how the others are asked for.
///
/// @param filters what the list was asked for, which the other pages are asked for too
public record Paging(String path, Map<String, String> filters, int page, long total) {

	/// How many a page holds.
	static final int SIZE = 50;

	public Paging {
		filters = Map.copyOf(filters);
		page = Math.max(1, page);
	}

	/// What stands before this page in the whole list.
	int skipped() {
		return (this.page - 1) * SIZE;
	}

	/// How many pages there are; an empty list has one.
	public int pages() {
		return (int) Math.max(1, (this.total + SIZE - 1) / SIZE);
	}

	/// Where this page stands, in words.
	public String words() {
		if (this.total == 0) {
			return "None.";
		}
		return this.skipped() >= this.total ? "Page %,d of %,d: there is nothing on it.".formatted(this.page, pages())
				: "%,d to %,d of %,d".formatted(skipped() + 1, Math.min(skipped() + SIZE, this.total), this.total);
	}

	/// The address of another page.
	public String at(int other) {
		var all = new LinkedHashMap<String, String>(new TreeMap<>(this.filters));
		all.put("page", Integer.toString(other));
		return this.path + all.entrySet()
			.stream()
			.filter(entry -> !entry.getValue().isEmpty())
			.map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", "?", ""));
	}

	/// The page that somebody asked for; whatever is no number is the first.
	static int asked(String page) {
		return page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
	}

}
