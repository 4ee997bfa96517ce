package org.packhorse.pack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.disclosure.Suppression;
import org.packhorse.disclosure.Withheld;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Measured;

/// Looks for withheld figures in the finished files of an edition: in what readers see and in what they do not.
///
/// A figure of three or more digits is found wherever it stands, unless the pack shows the same figure lawfully elsewhere. A
/// shorter one is found beside its indicator alone: in a row, a column, a series or a sentence that names it. What is
/// withheld though the public has it already is looked for like the rest.
final class LeakSearch {

	static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}_$#.,/]|[\\p{L}_]-|\\$-)(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?![\\p{L}\\p{N}_/]|\\.\\d|,\\d)");

	private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");

	private static final int DECIMALS = 6;

	private static final int UNMISTAKABLE = 3;

	private static final int AROUND = 30;

	// By the plain form of a number: which withheld figures are printed so.
	private final Map<String, Set<Withheld>> withheld = new HashMap<>();

	private final Openings openings;

	private final Set<String> lawful = new HashSet<>();

	private final Map<String, Set<String>> lawfulByKpi = new HashMap<>();

	private final List<Name> names = new ArrayList<>();

	// Titles, codes and definitions with a number in them.
	private final Set<String> numbered;

	// Numbers of one row ask for the same subject one after the other.
	private String lastSubject = "";

	private Set<String> lastNamed = Set.of();

	/// A withheld figure that shows up in a file. The figure itself is not repeated: indicator and period name it.
	///
	/// @param part where in the file it stands
	/// @param kpi the indicator's code
	/// @param excerpt what stands around it
	record Finding(String file, String part, String kpi, LocalDate periodEnd, String excerpt) {
	}

	/// @param suppression what was withheld, and what is shown instead
	/// @param further figures that the pack may show besides readings, targets and benchmarks
	LeakSearch(Suppression suppression, LawfulFigures further) {
		suppression.withheld().forEach(this::addWithheld);
		this.openings = new Openings(this.withheld.keySet());
		suppression.withheld().stream().map(Withheld::kpi).distinct().forEach(kpi -> this.names.add(Name.of(kpi, suppression.series())));
		suppression.series().forEach(this::addLawful);
		this.numbered = suppression.series()
			.stream()
			.map(Kpi.Series::kpi)
			.flatMap(kpi -> Stream.of(kpi.title(), kpi.code(), kpi.definition()))
			.filter(name -> name.matches(".*\\d.*"))
			.map(name -> name.toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		further.everywhere().forEach(number -> {
			this.lawful.addAll(forms(number));
			this.lawful.addAll(forms(number.movePointLeft(2)));
		});
		further.byKpi().forEach((kpi, numbers) -> numbers.forEach(number -> this.lawfulByKpi.computeIfAbsent(kpi, _ -> new HashSet<>()).addAll(forms(number))));
		// A percentage of 100 stands in every pack.
		this.lawful.addAll(forms(BigDecimal.valueOf(100)));
	}

	/// What shows up in one file, passage by passage.
	List<Finding> search(String file, List<Passage> passages) {
		var findings = new ArrayList<Finding>();
		passages.forEach(passage -> search(file, passage, findings));
		return List.copyOf(findings);
	}

	private void addWithheld(Withheld one) {
		var figures = one.figures();
		boolean percent = one.kpi().unit() == Kpi.Unit.PERCENT;
		Stream.of(figures.value(), figures.numerator(), figures.denominator()).filter(Objects::nonNull).forEach(figure -> {
			forms(figure).forEach(form -> add(form, one));
			if (percent) {
				// Excel keeps 17.3% as 0.173.
				forms(figure.movePointLeft(2)).stream().filter(form -> digits(form) >= UNMISTAKABLE).forEach(form -> add(form, one));
			}
		});
	}

	private void add(String form, Withheld one) {
		this.withheld.computeIfAbsent(form, _ -> new LinkedHashSet<>()).add(one);
	}

	private void addLawful(Kpi.Series series) {
		var own = new HashSet<String>();
		var figures = new ArrayList<@Nullable BigDecimal>();
		series.readings().forEach(reading -> {
			figures.add(reading.value());
			figures.add(Measured.of(series.kpi().unit(), reading));
			figures.add(reading.numerator());
			figures.add(reading.denominator());
		});
		series.targets().forEach(target -> Stream.of(target.target(), target.low(), target.high(), target.tolerance()).forEach(figures::add));
		series.benchmarks().forEach(benchmark -> figures.add(benchmark.value()));
		figures.stream().filter(Objects::nonNull).forEach(figure -> {
			own.addAll(forms(figure));
			own.addAll(forms(figure.movePointLeft(2)));
		});
		this.lawful.addAll(own);
		this.lawfulByKpi.put(series.kpi().code(), own);
	}

	/// Every printing of a number, as plain forms without trailing zeros.
	private static Set<String> forms(BigDecimal number) {
		var forms = new HashSet<String>();
		for (int decimals = 0; decimals <= DECIMALS; decimals++) {
			forms.add(plain(number.setScale(decimals, RoundingMode.HALF_UP)));
			forms.add(plain(number.setScale(decimals, RoundingMode.DOWN)));
		}
		return forms;
	}

	private static String plain(BigDecimal number) {
		return number.abs().stripTrailingZeros().toPlainString();
	}

	private static int digits(String form) {
		return form.replace(".", "").replaceFirst("^0+", "").length();
	}

	private void search(String file, Passage passage, List<Finding> findings) {
		var text = Dates.blanked(passage.text());
		var number = NUMBER.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
		int at = 0;
		while (at < text.length()) {
			int end = endOfDigits(text, at);
			if (end > at && this.openings.mayBegin(text, at, end) && number.region(at, text.length()).lookingAt()) {
				look(file, passage, number, findings);
				at = number.end();
			}
			else {
				at = Math.max(end, at + 1);
			}
		}
	}

	/// A number begins nowhere but with the first of digits that stand together.
	private static int endOfDigits(String text, int at) {
		int end = at;
		while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
			end++;
		}
		return end;
	}

	private void look(String file, Passage passage, Matcher found, List<Finding> findings) {
		var form = form(found.group());
		for (Withheld one : this.withheld.getOrDefault(form, Set.of())) {
			if (isLeak(form, one, passage, found.start())) {
				var excerpt = excerpt(passage.text(), found.start(), found.end());
				add(new Finding(file, passage.part(), one.kpi().code(), one.periodEnd(), excerpt), findings);
			}
		}
	}

	/// The plain form of a number as it is printed.
	static String form(String printed) {
		var number = new BigDecimal(printed.replace(",", ""));
		return plain(number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number);
	}

	/// A cell and its row say the same: one finding for each part and reading.
	private static void add(Finding finding, List<Finding> findings) {
		boolean known = findings.stream().anyMatch(other -> other.file().equals(finding.file()) && other.part().equals(finding.part())
				&& other.kpi().equals(finding.kpi()) && other.periodEnd().equals(finding.periodEnd()));
		if (!known) {
			findings.add(finding);
		}
	}

	private boolean isLeak(String form, Withheld one, Passage passage, int at) {
		if (digits(form) >= UNMISTAKABLE && !this.lawful.contains(form)) {
			return true;
		}
		if (this.lawfulByKpi.getOrDefault(one.kpi().code(), Set.of()).contains(form)) {
			return false;
		}
		var subject = passage.sentences() ? sentence(passage.text(), at) : passage.subject();
		return named(subject).contains(one.kpi().code()) && !isInName(passage.text(), at);
	}

	private static String sentence(String text, int at) {
		var ends = SENTENCE_END.matcher(text);
		int start = 0;
		while (ends.find()) {
			if (ends.start() > at) {
				return text.substring(start, ends.start());
			}
			start = ends.end();
		}
		return text.substring(start);
	}

	/// The withheld indicators that a text names, and not only by a longer title of another that holds theirs.
	private Set<String> named(String subject) {
		if (!subject.equals(this.lastSubject)) {
			var text = simple(subject);
			this.lastSubject = subject;
			this.lastNamed = this.names.stream().filter(name -> name.isIn(text)).map(Name::code).collect(Collectors.toSet());
		}
		return this.lastNamed;
	}

	/// How an indicator is called, and the longer titles that hold its title.
	private record Name(String code, String title, List<String> longer) {

		static Name of(Kpi kpi, List<Kpi.Series> all) {
			var title = simple(kpi.title());
			return new Name(kpi.code(), title,
					all.stream().map(other -> simple(other.kpi().title())).filter(other -> other.length() > title.length() && other.contains(title)).toList());
		}

		boolean isIn(String text) {
			var own = text;
			if (own.contains(this.title)) {
				for (String other : this.longer) {
					own = own.replace(other, " ");
				}
			}
			return hasWord(own, this.title) || hasWord(own, simple(this.code));
		}

	}

	private static boolean hasWord(String text, String word) {
		return text.contains(word) && Pattern.compile("(?<![\\p{L}\\p{N}-])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}-])").matcher(text).find();
	}

	/// A number that belongs to a title, such as "within 12 months", whichever indicator's it is.
	private boolean isInName(String text, int at) {
		var lower = text.toLowerCase(Locale.ROOT);
		return this.numbered.stream().anyMatch(name -> {
			int found = lower.lastIndexOf(name, at);
			return found >= 0 && at < found + name.length();
		});
	}

	private static String simple(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
	}

	/// What stands around it, with every number left out: another one there may be withheld too.
	private static String excerpt(String text, int start, int end) {
		var before = text.substring(Math.max(0, start - AROUND), start);
		var after = text.substring(end, Math.min(text.length(), end + AROUND));
		return (before.replaceAll("\\d", "·") + "[figure]" + after.replaceAll("\\d", "·")).strip();
	}

}
