package org.packhorse.console;

import java.util.List;
import java.util.regex.Pattern;

import org.packhorse.pack.PackProblem;
import org.packhorse.run.Trouble;

/// What the product says of a problem, in words for a page: no path of this machine, and no command where a page is meant.
final class Told {

	private static final Pattern PATH = Pattern.compile("(?<![\\w/.:])/(?:[\\w.@+~-]+/)+([\\w.@+~-]*)");

	private static final Pattern DATABASE = Pattern.compile(Pattern.quote(Trouble.DATABASE) + ":.*", Pattern.CASE_INSENSITIVE);

	private static final String ELSEWHERE = "The log of this installation says more.";

	private Told() {
	}

	/// A line for each thing that is wrong.
	static List<String> lines(PackProblem problem) {
		return lines(String.valueOf(problem.getMessage()));
	}

	/// The same of words that travelled.
	static List<String> lines(String message) {
		return words(message).lines().map(line -> line.replaceFirst("^packhorse: ", "").strip()).filter(line -> !line.isEmpty()).toList();
	}

	/// Of an absolute path only its end is shown; a sentence that sends to a command goes, and so does what the database said, which
	/// may be anybody's data.
	static String words(String message) {
		var shown = PATH.matcher(DATABASE.matcher(message).replaceAll("The database does not answer as it should.")).replaceAll("$1");
		var without = shown.replaceAll("[;:,]? ?\\./packhorse [^.;\\n]*(?=[.;\\n]|$)", "").replaceAll(" +([.;])", "$1").strip();
		return without.isEmpty() ? ELSEWHERE : without;
	}

}
