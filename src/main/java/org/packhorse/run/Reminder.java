package org.packhorse.run;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.packhorse.pack.Gap;
import org.packhorse.schedule.FireTime;
import org.packhorse.schedule.Schedule;

/// What one lead is told of what packs to come still lack of him or her, and of nobody else.
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

	String key(LocalDate day) {
		return String.join("|", "reminder", this.schedule.name(), this.authority, this.lead, day.toString());
	}

	String subject() {
		var until = this.parts.stream().map(Part::until).min(LocalDate::compareTo).orElseThrow();
		return "Reminder: %s due by %s".formatted(missing() == 1 ? "1 thing is" : missing() + " things are", FireTime.words(until));
	}

	String words() {
		return """
				To the %s of %s

				%s

				What has been reported and loaded by then is in the pack. Nobody is reminded of what is there.
				This message was written by Packhorse for the schedule “%s”. It names what is missing of you alone.
				""".formatted(this.lead, this.council, this.parts.stream().map(this::words).collect(Collectors.joining("\n\n")), this.schedule.name());
	}

	private String words(Part part) {
		return "“%s” is made on %s%s. Please report this by %s:\n\n%s".formatted(this.schedule.title(), FireTime.words(part.fire().day()),
				part.fire().meetsOn() == null ? "" : ", for the meeting on " + FireTime.words(part.fire().meetsOn()), FireTime.words(part.until()),
				part.gaps().stream().map(gap -> "- " + gap.sentence()).collect(Collectors.joining("\n")));
	}

}
