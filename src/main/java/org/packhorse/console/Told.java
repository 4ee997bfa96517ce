package org.packhorse.console;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.packhorse.pack.PackProblem;
import org.packhorse.run.Trouble;

/// What the product says of a problem, in words for a page: no path of this machine, and no command where a page is meant.
final class Told {

	/// An absolute path, whatever says how to open it before it; a folder's name may have a few blanks.
	private static final Pattern PATH = Pattern.compile(
			"(?<![\\p{L}\\p{N}_/.])(?:jdbc:[\\w:]*:)?(?:file:(?://)?)?/(?:[\\p{L}\\p{N}_.@+~-]+(?: [\\p{L}\\p{N}_.@+~-]+){0,3}/)+([\\p{L}\\p{N}_.@+~-]*)");

	/// Where a sentence, or a part of one that could stand alone, ends.
	private static final Pattern END = Pattern.compile("(?<=[.;!?])\\s+");

	private static final String COMMAND = "./packhorse";

	private static final String ELSEWHERE = "The log of this installation says more.";

	private Told() {
	}

	/// A line for each thing that is wrong.
	static List<String> lines(PackProblem problem) {
		return lines(problem.forPages());
	}

	/// The same of a problem that travelled.
	static List<String> lines(Trouble trouble) {
		return lines(trouble.forPages());
	}

	/// The same of words.
	static List<String> lines(String message) {
		return words(message).lines().map(line -> line.replaceFirst("^packhorse: ", "").strip()).filter(line -> !line.isEmpty()).toList();
	}

	/// Of an absolute path only its end is shown; a sentence that sends to a command goes.
	static String words(String message) {
		var without = message.lines().map(Told::line).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
		return without.isEmpty() ? ELSEWHERE : without;
	}

	private static String line(String line) {
		if (!line.contains(COMMAND)) {
			return PATH.matcher(line).replaceAll("$1").strip();
		}
		var kept = END.splitAsStream(line).filter(sentence -> !sentence.contains(COMMAND)).collect(Collectors.joining(" "));
		return PATH.matcher(kept).replaceAll("$1").strip().replaceFirst(";$", ".");
	}

}
