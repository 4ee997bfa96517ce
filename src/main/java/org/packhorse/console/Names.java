package org.packhorse.console;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Edition;
import org.packhorse.run.RunOrder;

/// Councils, packs and editions as every page says them: by name and title. Each is looked up once for a page; what is not on file any more goes by its code.
final class Names implements RunOrder.Wording {

	private static final Pattern EDITION = Pattern.compile("([^/]+)/([^/]+)/(\\d{4}-\\d\\d-\\d\\d)/v(\\d+)");

	private static final Pattern NOTICE = Pattern.compile("(reminder|sign-off)\\|[^|]+\\|.+");

	private static final Pattern CODE = Pattern.compile("[A-Z]\\d{8}");

	/// The end of a notice's key that was too long.
	private static final Pattern HASH = Pattern.compile("#[0-9a-f]{64}$");

	private final Supplier<Map<String, String>> book;

	private final UnaryOperator<String> titles;

	private final Map<String, String> known = new HashMap<>();

	private @Nullable Map<String, String> councils;

	/// @param book the names of all councils by code, @param titles the titles of packs by folder
	Names(Supplier<Map<String, String>> book, UnaryOperator<String> titles) {
		this.book = book;
		this.titles = titles;
	}

	/// The names of all councils by code.
	Map<String, String> councils() {
		var all = this.councils == null ? this.book.get() : this.councils;
		this.councils = all;
		return all;
	}

	@Override
	public String council(String code) {
		return councils().getOrDefault(code, code);
	}

	/// Several councils; none named stands for every one.
	String councils(List<String> codes) {
		return codes.isEmpty() ? "all" : String.join(", ", codes.stream().map(this::council).sorted().toList());
	}

	@Override
	public String pack(String name) {
		return this.known.computeIfAbsent(name, this.titles);
	}

	@Override
	public String day(LocalDate day) {
		return Words.day(day);
	}

	/// A pack of a council as at a day.
	String pack(String authority, String pack, LocalDate asAt) {
		return "%s of %s as at %s".formatted(pack(pack), council(authority), day(asAt));
	}

	@Override
	public String edition(String name) {
		var parts = EDITION.matcher(name);
		return parts.matches() ? "%s of %s as at %s, version %s".formatted(pack(parts.group(2)), council(parts.group(1)), Words.day(parts.group(3)), parts.group(4)) : name;
	}

	/// An edition with the name that commands know it by.
	Called called(Edition edition) {
		return called(edition.name());
	}

	/// The same of an edition's name.
	Called called(String edition) {
		return new Called(edition(edition), edition);
	}

	/// Whether something is an edition's name.
	static boolean isEdition(String name) {
		return EDITION.matcher(name).matches();
	}

	/// Whether something is a notice's key.
	static boolean isNotice(String key) {
		return NOTICE.matcher(key).matches();
	}

	/// Whether something is a council's code: on file, or by its looks.
	boolean isCouncil(String code) {
		return councils().containsKey(code) || CODE.matcher(code).matches();
	}

	/// A notice by its key: `reminder|COUNCIL|DAY` or `sign-off|DRAFT|POST`.
	String notice(String key) {
		var parts = key.split("\\|", 3);
		if (parts.length == 3 && parts[0].equals("sign-off")) {
			return "Request to clear %s as %s".formatted(edition(parts[1]), HASH.matcher(parts[2]).replaceFirst("…"));
		}
		return parts.length == 3 && parts[0].equals("reminder") ? "Reminder for %s of what is missing, %s".formatted(council(parts[1]), Words.day(parts[2])) : key;
	}

	/// Councils to choose from, by name, after one that stands for all.
	List<Option> choice(String all, Stream<String> codes) {
		return options(all, codes, this::council);
	}

	/// Packs to choose from, by title, after one that stands for all.
	List<Option> packs(String all, Stream<String> names) {
		return options(all, names, this::pack);
	}

	private static List<Option> options(String all, Stream<String> values, Function<String, String> words) {
		return Stream.concat(Stream.of(new Option("", all)), values.distinct().map(value -> new Option(value, words.apply(value))).sorted(Comparator.comparing(Option::words))).toList();
	}

}
