package org.packhorse.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tells the ways apart in which one total is divided, such as by age and by sex: the table of groups lists their parts
/// under the same total, but only the parts of one way add up to it.
final class Divisions {

	// Every choice of parts is tried: more than this take too long, and are taken as one way.
	private static final int MOST_PARTS = 14;

	private Divisions() {
	}

	/// Parts that add up to the total in every period that has them all; all of them together, where that does not sort every one.
	static List<List<String>> of(Table table, String total, List<String> parts) {
		var everything = Stream.concat(Stream.of(total), parts.stream()).toList();
		var complete = table.periods(everything).stream().filter(period -> everything.stream().allMatch(kpi -> has(table, kpi, period))).toList();
		int all = (1 << Math.min(parts.size(), MOST_PARTS)) - 1;
		if (complete.isEmpty() || parts.size() > MOST_PARTS || addsUp(table, total, parts, complete)) {
			return List.of(parts);
		}
		var found = new ArrayList<Integer>();
		IntStream.rangeClosed(1, all)
			.boxed()
			.sorted((one, other) -> Integer.bitCount(one) - Integer.bitCount(other))
			.filter(choice -> found.stream().noneMatch(smaller -> (choice & smaller) == smaller))
			.filter(choice -> addsUp(table, total, chosen(parts, choice), complete))
			.forEach(found::add);
		var divisions = new ArrayList<>(found.stream().map(choice -> chosen(parts, choice)).toList());
		if (found.stream().reduce(0, (one, other) -> one | other) != all) {
			divisions.add(parts);
		}
		return divisions;
	}

	private static List<String> chosen(List<String> parts, int choice) {
		return IntStream.range(0, parts.size()).filter(i -> (choice & 1 << i) != 0).mapToObj(parts::get).toList();
	}

	private static boolean addsUp(Table table, String total, List<String> parts, List<LocalDate> periods) {
		return periods.stream().allMatch(period -> {
			var sum = parts.stream().map(part -> count(table, part, period)).reduce(Fraction.ZERO, Fraction::plus);
			return sum.equals(count(table, total, period));
		});
	}

	private static boolean has(Table table, String kpi, LocalDate period) {
		var count = new Place(kpi, period).quantity(Quantity.Kind.COUNT);
		return table.has(count) && !table.isSupposed(count);
	}

	private static Fraction count(Table table, String kpi, LocalDate period) {
		return table.truth(new Place(kpi, period).quantity(Quantity.Kind.COUNT));
	}

}
