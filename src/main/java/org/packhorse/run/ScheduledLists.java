package org.packhorse.run;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.packhorse.delivery.DraftLists;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Home;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.template.TemplateFolder;
import org.springframework.stereotype.Component;

/// Which lists the schedules name: for a draft, and for an edition that a schedule made.
@Component
public class ScheduledLists implements DraftLists {

	private final Home home;

	private final Fires fires;

	ScheduledLists(Home home, Fires fires) {
		this.home = home;
		this.fires = fires;
	}

	/// The lists of every schedule that makes drafts of this pack for this council; what waits for sign-off is no such draft.
	@Override
	public Set<String> of(Edition draft) {
		return schedules().stream()
			.filter(schedule -> schedule.order().draft() && isOf(schedule, draft))
			.flatMap(schedule -> schedule.conduct().lists().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/// The lists of the schedule that made the edition, or none.
	public List<String> named(Edition edition) {
		var by = this.fires.of(edition.name());
		return schedules().stream()
			.filter(schedule -> by.contains(schedule.name()) && isOf(schedule, edition))
			.flatMap(schedule -> schedule.conduct().lists().stream())
			.distinct()
			.toList();
	}

	private static boolean isOf(Schedule schedule, Edition edition) {
		var order = schedule.order();
		return order.packs().contains(edition.request().pack()) && (order.forAll() || order.authorities().contains(edition.request().authority()));
	}

	private List<Schedule> schedules() {
		return ScheduleFolder.open(this.home.schedules(), TemplateFolder.open(this.home.templates())).schedules();
	}

}
