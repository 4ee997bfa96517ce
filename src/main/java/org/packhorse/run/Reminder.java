package org.packhorse.run;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.packhorse.pack.Gap;
import org.packhorse.schedule.FireTime;
import org.packhorse.schedule.Schedule;

/// What packs to come of one schedule still lack of one lead, and of nobody else.
///
/// @param parts what is missing, by the fire that misses it
record Reminder(Schedule schedule, String authority, String council, String lead, List<Part> parts) {

	/// @param since the newest day on which leads were to be reminded for this fire
	/// @param until by when it has to come
	record Part(FireTime fire, LocalDate since, LocalDate until, List<Gap> gaps) {
	}

	Reminder {
		parts = List.copyOf(parts);
	}

	/// The newest day on which this lead was to be reminded.
	LocalDate since() {
		return this.parts.stream().map(Part::since).max(LocalDate::compareTo).orElseThrow();
	}

	/// How many things are missing.
	int missing() {
		return this.parts.stream().mapToInt(part -> part.gaps().size()).sum();
	}

	String words() {
		return this.parts.stream().map(this::words).collect(Collectors.joining("\n\n"));
	}

	private String words(Part part) {
		return "“%s” is made on %s%s. Please report this by %s:\n\n%s".formatted(this.schedule.title(), FireTime.words(part.fire().day()),
				part.fire().meetsOn() == null ? "" : ", for the meeting on " + FireTime.words(part.fire().meetsOn()), FireTime.words(part.until()),
				part.gaps().stream().map(gap -> "- " + gap.sentence()).collect(Collectors.joining("\n")));
	}

}
