package org.packhorse.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Tone;
import org.packhorse.document.Value;
import org.packhorse.kpi.Kpi;
import org.packhorse.rag.Rag;
import org.packhorse.rag.Tally;

/// Facts in the words and figures that packs print.
final class Wording {

	private static final Map<String, String> SYMBOLS = Map.of("c", "withheld (small number)", "x", "not available", "z", "not applicable", "k",
			"rounds to 0 but is not 0", "low", "rounds to 0 but is not 0", "u", "too unreliable to print");

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);

	private static final Map<Rag, PackModel.Rating> RATINGS = new EnumMap<>(Rag.class);

	static {
		for (Rag rag : Rag.values()) {
			RATINGS.put(rag, new PackModel.Rating(rag.name(), rag.words(), tone(rag).name().toLowerCase(Locale.ROOT)));
		}
	}

	private Wording() {
	}

	static String day(@Nullable LocalDate date) {
		return date == null ? "" : new Value.Day(date).print();
	}

	/// "A", "A and B", "A, B and C".
	static String listed(List<String> things) {
		var last = things.size() - 1;
		return last < 1 ? String.join("", things) : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
	}

	/// A period by its last month; "Sep" has three letters like the others.
	static String period(LocalDate end) {
		return MONTH.format(end).replace("Sept", "Sep");
	}

	static PackModel.Rating rating(Rag rag) {
		return RATINGS.get(rag);
	}

	static Tone tone(Rag rag) {
		return switch (rag) {
			case RED -> Tone.CONCERN;
			case AMBER -> Tone.WATCH;
			case GREEN -> Tone.GOOD;
			case BLUE, COMPLETE -> Tone.DONE;
			case GREY, NONE -> Tone.UNKNOWN;
		};
	}

	static List<PackModel.Count> counts(Tally tally, List<Rag> ratings) {
		return ratings.stream()
			.map(rag -> new PackModel.Count(rating(rag), tally.count(rag), rag.rated() ? tally.shares().getOrDefault(rag, 0) + "%" : ""))
			.toList();
	}

	static PackModel.Figure percent(@Nullable BigDecimal percent, int decimals) {
		return percent == null ? none("not known")
				: new PackModel.Figure("percent", percent, decimals, new Value.Percent(percent, decimals).print());
	}

	static PackModel.Figure none(String words) {
		return new PackModel.Figure("none", BigDecimal.ZERO, 0, words);
	}

	/// A figure of an indicator with its unit, or the meaning of the symbol that stands in its place.
	static PackModel.Figure figure(Kpi kpi, @Nullable BigDecimal value, int decimals, String symbol) {
		if (value == null) {
			return none(symbol.isEmpty() ? "no figure" : symbol(symbol));
		}
		var kind = kpi.unit() == Kpi.Unit.PERCENT ? "percent" : "number";
		return new PackModel.Figure(kind, value, decimals, print(kpi, value, decimals));
	}

	static String print(Kpi kpi, BigDecimal value, int decimals) {
		var number = new Value.Number(value, decimals).print();
		return switch (kpi.unit()) {
			case PERCENT -> new Value.Percent(value, decimals).print();
			case RATE -> number + " per 10,000";
			case DAYS -> number + " days";
			case COUNT, RATIO -> number;
		};
	}

	/// What a symbol in place of a figure means.
	static String symbol(String symbol) {
		return SYMBOLS.getOrDefault(symbol, symbol);
	}

	static String polarity(Kpi kpi) {
		return switch (kpi.polarity()) {
			case HIGHER -> "higher is better";
			case LOWER -> "lower is better";
			case WITHIN -> "within a band";
			case null -> "";
		};
	}

}
