package org.packhorse.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/// The phrases that invented plans are put together from; they stand in text files, one phrase a line.
final class Words {

	static final List<Theme> THEMES = Arrays.stream(text("themes").split("\n\n")).map(Theme::of).toList();

	private static final List<String> SCOPES = list("scopes");

	private static final List<String> MANNERS = list("manners");

	/// Coprime to 12 × 18 × 18, so that neighbours differ in every part and no two places meet.
	private static final long STRIDE = 1237;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

	private Words() {
	}

	/// What a section of a plan is about, and the twelve things that its actions do.
	record Theme(String title, String recommendation, String aim, String lead, List<String> deeds) {

		private static Theme of(String block) {
			var lines = block.strip().lines().toList();
			var head = lines.getFirst().split(" \\| ");
			return new Theme(head[0], head[1], head[2], head[3], lines.subList(1, lines.size()));
		}

		/// The words of an action: another place gives other words, for the first 3,888 places of each theme.
		String action(long place) {
			long mixed = place * STRIDE % ((long) this.deeds.size() * SCOPES.size() * MANNERS.size());
			var deed = this.deeds.get((int) (mixed % this.deeds.size()));
			long rest = mixed / this.deeds.size();
			return "%s %s, %s.".formatted(deed, SCOPES.get((int) (rest % SCOPES.size())), MANNERS.get((int) (rest / SCOPES.size())));
		}

	}

	/// The lines of a file.
	static List<String> list(String file) {
		return text(file).lines().toList();
	}

	/// One of the phrases with its gaps filled: a share, a number, a month and the theme.
	static String phrase(List<String> phrases, Random random, LocalDate month, Theme theme) {
		return phrases.get(random.nextInt(phrases.size()))
			.replace("{n}", String.valueOf(60 + random.nextInt(36)))
			.replace("{d}", String.valueOf(5 + random.nextInt(26)))
			.replace("{month}", MONTH.format(month))
			.replace("{theme}", theme.title().toLowerCase(Locale.ROOT));
	}

	/// The columns of the indicators' file, row by row and without its headings.
	static Stream<String> rows(String file) {
		return text(file + ".csv").lines().skip(1);
	}

	private static String text(String file) {
		var name = file.contains(".") ? file : file + ".txt";
		try (var contents = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
			return new String(contents.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
