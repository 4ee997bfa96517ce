package org.packhorse.run;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

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

	public RunOrder {
		question = question.length() <= LONGEST ? question : question.substring(0, LONGEST - 1) + "…";
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
