package org.packhorse.run;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.packhorse.pack.Edition;
import org.packhorse.pack.PackRequest;
import org.packhorse.run.PackRun.Origin;
import org.packhorse.run.PackRun.Wanted;

/// What a run is to make, in the order in which it is told of.
///
/// @param question the same in words
/// @param remote whether workers make it
public record RunOrder(String question, List<Wanted> packs, Origin origin, boolean remote) {

	private static final int LONGEST = 500;

	private static final int FEW = 3;

	/// What [#of(List, Origin, boolean)] writes.
	private static final Pattern ASKED = Pattern.compile("([^\\s,]+(?:, [^\\s,]+)*) of (\\S+|\\d+ councils) as at (.+)");

	private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

	private static final String FINAL = "the final of ";

	public RunOrder {
		question = question.length() <= LONGEST ? question : question.substring(0, LONGEST - 1) + "…";
	}

	/// How somebody says packs, councils, days and editions, which an order names by what they are known by here.
	public interface Wording {

		/// A pack by its folder.
		String pack(String name);

		/// A council by its code.
		String council(String code);

		/// A day.
		String day(LocalDate day);

		/// An edition by its name.
		String edition(String name);

	}

	/// The words of an order as somebody says them; words that were written in another way stay as they are.
	public static String said(String question, Wording wording) {
		if (question.startsWith(FINAL)) {
			return FINAL + wording.edition(question.substring(FINAL.length()));
		}
		var asked = ASKED.matcher(question);
		if (!asked.matches()) {
			return question;
		}
		var packs = Arrays.stream(asked.group(1).split(", ")).map(wording::pack).collect(Collectors.joining(", "));
		var council = asked.group(2).endsWith(" councils") ? asked.group(2) : wording.council(asked.group(2));
		var days = DAY.matcher(asked.group(3)).replaceAll(day -> Matcher.quoteReplacement(wording.day(LocalDate.parse(day.group()))));
		return "%s of %s as at %s".formatted(packs, council, days);
	}

	/// The final of a draft that its posts have cleared.
	static RunOrder ofFinal(Edition draft) {
		return new RunOrder(FINAL + draft.name(), List.of(new Wanted(draft.request(), draft.number())), Origin.SIGN_OFF, false);
	}

	/// Packs as a person or a schedule asks for them.
	public static RunOrder of(List<PackRequest> requests, Origin origin, boolean remote) {
		return new RunOrder(words(requests), requests.stream().map(Wanted::of).toList(), origin, remote);
	}

	private static String words(List<PackRequest> requests) {
		var councils = requests.stream().map(PackRequest::authority).distinct().toList();
		return "%s of %s as at %s".formatted(joined(requests.stream().map(PackRequest::pack).toList()),
				councils.size() == 1 ? councils.getFirst() : councils.size() + " councils", days(requests.stream().map(PackRequest::asAt).distinct().sorted().toList()));
	}

	private static String days(List<LocalDate> days) {
		return days.size() <= FEW ? joined(days.stream().map(LocalDate::toString).toList()) : "%d days from %s to %s".formatted(days.size(), days.getFirst(), days.getLast());
	}

	private static String joined(List<String> words) {
		return words.stream().distinct().collect(Collectors.joining(", "));
	}

}
