package org.packhorse.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.packhorse.delivery.DraftLists;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.Home;
import org.packhorse.pack.Progress;
import org.packhorse.pack.SignOffs;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.template.TemplateFolder;
import org.springframework.stereotype.Component;

/// Which lists the schedules name: for a draft, and for an edition that a schedule made.
@Component
public class ScheduledLists implements DraftLists {

	private final Home home;

	private final Fires fires;

	private final SignOffs signOffs;

	private final Editions editions;

	ScheduledLists(Home home, Fires fires, SignOffs signOffs, Editions editions) {
		this.home = home;
		this.fires = fires;
		this.signOffs = signOffs;
		this.editions = editions;
	}

	/// The lists of every schedule that makes drafts of this pack for this council; what waits for sign-off is no such draft.
	@Override
	public Set<String> of(Edition draft) {
		return schedules().stream()
			.filter(schedule -> schedule.order().draft() && isOf(schedule, draft))
			.flatMap(schedule -> schedule.conduct().lists().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/// The lists that the edition is for: those that its sign-off was begun with, else those of the schedule that made it, else none.
	/// What a draft's sign-off names is for its final.
	public List<String> named(Edition edition) {
		var signedOff = edition.request().draft() ? List.<String>of() : signOff(edition).map(Progress::lists).orElse(List.of());
		return signedOff.isEmpty() ? ofFires(edition) : signedOff;
	}

	private Optional<Progress> signOff(Edition edition) {
		var draft = edition.fromDraft();
		return this.signOffs.of(draft == null ? edition : this.editions.find(draft));
	}

	private List<String> ofFires(Edition edition) {
		var by = this.fires.of(edition.name());
		return schedules().stream()
			.filter(schedule -> by.contains(schedule.name()) && isOf(schedule, edition) && schedule.order().draft() == edition.request().draft())
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
