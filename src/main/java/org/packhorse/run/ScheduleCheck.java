package org.packhorse.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.packhorse.authority.PostHolders;
import org.packhorse.delivery.ListCheck;
import org.packhorse.pack.Home;
import org.packhorse.schedule.Register;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFile;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.template.PackSettings;
import org.packhorse.template.TemplateFolder;
import org.packhorse.writer.PackFormat;
import org.springframework.stereotype.Component;

/// Looks up the lists that schedules send to and the posts that clear for them: when a schedule is checked, and again when it fires.
@Component
public class ScheduleCheck {

	private final Home home;

	private final Register register;

	private final ListCheck lists;

	private final PostHolders holders;

	private final Clock clock;

	ScheduleCheck(Home home, Register register, ListCheck lists, PostHolders holders, Clock clock) {
		this.home = home;
		this.register = register;
		this.lists = lists;
		this.holders = holders;
		this.clock = clock;
	}

	/// @param key of the schedule's file
	private record Fault(String key, String words, String remedy) {
	}

	/// Adds to the file what is wrong with the lists and posts of an enabled schedule. One that rests may name what is not there yet.
	public void check(ScheduleFile file) {
		file.schedule()
			.filter(Schedule::enabled)
			.ifPresent(schedule -> this.register.councils(schedule)
				.stream()
				.flatMap(council -> found(schedule, council).stream())
				.distinct()
				.forEach(fault -> file.fault(fault.key(), fault.words(), fault.remedy())));
	}

	/// The same for one council, a sentence each.
	List<String> faults(Schedule schedule, String council) {
		return found(schedule, council).stream().map(fault -> (fault.words() + ". " + fault.remedy() + ".").replace("?.", "?")).toList();
	}

	private List<Fault> found(Schedule schedule, String council) {
		var faults = new ArrayList<Fault>();
		var today = LocalDate.now(this.clock.withZone(Schedule.ZONE));
		for (String post : schedule.conduct().signOff()) {
			if (this.holders.of(council, post, today).isEmpty()) {
				faults.add(new Fault("sign-off", "Nobody is on file as %s of %s, so nobody can clear for the post".formatted(post, council), "Load table post_holders"));
			}
		}
		var templates = TemplateFolder.open(this.home.templates());
		rivals(schedule, council, templates).forEach(rival -> faults.add(new Fault("sign-off",
				"Schedule %s is enabled for the same pack of %s and names other posts for sign-off".formatted(rival.name(), council),
				"Name the same posts in both, or let one of them rest")));
		for (String list : schedule.conduct().lists()) {
			schedule.order().packs().stream().map(templates::settings).flatMap(pack -> found(schedule, council, list, pack).stream()).distinct().forEach(faults::add);
		}
		return faults;
	}

	/// One pack cannot wait for these posts and for those. A schedule of drafts for those who write asks nobody to clear them.
	private List<Schedule> rivals(Schedule schedule, String council, TemplateFolder templates) {
		if (isForWriters(schedule)) {
			return List.of();
		}
		return ScheduleFolder.open(this.home.schedules(), templates)
			.schedules()
			.stream()
			.filter(other -> other.enabled() && !other.name().equals(schedule.name()) && !isForWriters(other) && this.register.councils(other).contains(council))
			.filter(other -> !Collections.disjoint(other.order().packs(), schedule.order().packs()))
			.filter(other -> !Set.copyOf(other.conduct().signOff()).equals(Set.copyOf(schedule.conduct().signOff())))
			.toList();
	}

	private static boolean isForWriters(Schedule schedule) {
		return schedule.order().draft() && schedule.conduct().signOff().isEmpty();
	}

	private List<Fault> found(Schedule schedule, String council, String list, PackSettings pack) {
		List<PackFormat> formats = schedule.order().formats().isEmpty() ? pack.formats() : schedule.order().formats();
		return this.lists.faults(council, list, pack.audience().name(), formats).stream().map(fault -> new Fault("lists", fault.words(), fault.remedy())).toList();
	}

}
