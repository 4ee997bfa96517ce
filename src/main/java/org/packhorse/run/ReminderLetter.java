package org.packhorse.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.packhorse.pack.Gap;
import org.packhorse.schedule.FireTime;

/// The one message in which somebody is told, on one day, of everything that a council's schedules still lack of his or her posts.
///
/// @param reminders one for each schedule and post, of one council
record ReminderLetter(List<Reminder> reminders) {

	/// What the keys of these notices begin with.
	static final String KIND = "reminder|";

	ReminderLetter {
		reminders = List.copyOf(reminders);
	}

	/// What the ledger knows a council's reminders of a day by: with it, an address can get one and no second.
	static String key(String authority, LocalDate day) {
		return KIND + authority + "|" + day;
	}

	String subject() {
		var until = this.reminders.stream().flatMap(reminder -> reminder.parts().stream()).map(Reminder.Part::until).min(LocalDate::compareTo).orElseThrow();
		long missing = this.reminders.stream().flatMap(reminder -> reminder.parts().stream()).flatMap(part -> part.gaps().stream()).map(Gap::sentence).distinct().count();
		return "Reminder: %s due by %s".formatted(missing == 1 ? "1 thing is" : missing + " things are", FireTime.words(until));
	}

	String words() {
		var byPost = this.reminders.stream().collect(Collectors.groupingBy(Reminder::lead, TreeMap::new, Collectors.toList()));
		var schedules = this.reminders.stream().map(reminder -> "“" + reminder.schedule().name() + "”").distinct().toList();
		return """
				To the %s of %s

				%s

				What has been reported and loaded by then is in the pack. Nobody is reminded of what is there.
				This message was written by Packhorse for the schedule%s %s. It names what is missing of you alone.
				""".formatted(joined(byPost.keySet()), this.reminders.getFirst().council(),
				byPost.entrySet().stream().map(post -> words(post.getKey(), post.getValue(), byPost.size() > 1)).collect(Collectors.joining("\n\n")),
				schedules.size() == 1 ? "" : "s", joined(schedules));
	}

	/// Who holds several posts is told which of them owes what.
	private static String words(String post, List<Reminder> reminders, boolean named) {
		return (named ? "As " + post + ":\n\n" : "") + reminders.stream().map(Reminder::words).collect(Collectors.joining("\n\n"));
	}

	private static String joined(Collection<String> things) {
		var all = new ArrayList<>(things);
		var last = all.removeLast();
		return all.isEmpty() ? last : String.join(", ", all) + " and " + last;
	}

}
