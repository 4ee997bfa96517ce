package org.packhorse.run;

import java.time.LocalDate;
import java.util.List;

import org.packhorse.pack.Gaps;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Previews;
import org.packhorse.pack.SignOff;
import org.packhorse.schedule.Diaries;
import org.packhorse.schedule.FireTime;
import org.packhorse.schedule.Schedule;
import org.springframework.stereotype.Component;

/// What a schedule orders for one fire, and what that still lacks: asked by the fire itself, by reminders before it and by whoever
/// wants to know.
@Component
public class Orders {

	private final Home home;

	private final Previews previews;

	private final Diaries diaries;

	Orders(Home home, Previews previews, Diaries diaries) {
		this.home = home;
		this.previews = previews;
		this.diaries = diaries;
	}

	/// The packs that a fire asks for.
	public List<PackRequest> of(Schedule schedule, String authority, FireTime fire) {
		return of(schedule, authority, schedule.order().asAt().on(fire, schedule.conduct().backPlan(), this.diaries.of(authority)));
	}

	/// The packs that a schedule's fire would ask for as at a day.
	public List<PackRequest> of(Schedule schedule, String authority, LocalDate asAt) {
		var order = schedule.order();
		return order.packs()
			.stream()
			.map(pack -> new PackRequest(authority, pack, asAt, order.formats(), order.house(), order.draft(), List.of(), this.home.out(),
					"schedule " + schedule.name()).signedOff(new SignOff(schedule.conduct().signOff(), schedule.conduct().lists(), schedule.name())))
			.toList();
	}

	/// What these packs lack, each thing once.
	public Gaps gaps(List<PackRequest> requests) {
		return requests.stream().map(this.previews::gaps).reduce(new Gaps(List.of()), Gaps::and);
	}

}
