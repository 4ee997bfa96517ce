package org.packhorse.run;

import org.packhorse.pack.Home;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.SignOff;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.template.TemplateFolder;
import org.springframework.stereotype.Component;

/// Decides which posts have to clear what a request makes: those that it names itself; for a draft made by hand, those of the
/// enabled schedules of its pack and council; else those of the pack's own pack.yml, which make a draft of every request.
@Component
class WantedPosts {

	private final Home home;

	WantedPosts(Home home) {
		this.home = home;
	}

	/// The request with its posts.
	PackRequest of(PackRequest request) {
		var templates = TemplateFolder.open(this.home.templates());
		if (!request.signOff().posts().isEmpty()) {
			return request.signedOff(request.signOff());
		}
		if (request.draft() && request.signOff().schedule().isEmpty()) {
			var scheduled = scheduled(request, templates);
			if (!scheduled.posts().isEmpty()) {
				return request.signedOff(scheduled);
			}
		}
		var posts = templates.settings(request.pack()).signOff();
		return request.signedOff(new SignOff(posts, request.signOff().lists(), request.signOff().schedule()));
	}

	/// A draft that is made anew by hand, after it was sent back say, goes the way of the scheduled one.
	private SignOff scheduled(PackRequest request, TemplateFolder templates) {
		var schedules = ScheduleFolder.open(this.home.schedules(), templates)
			.schedules()
			.stream()
			.filter(schedule -> schedule.enabled() && isFor(request, schedule) && !schedule.conduct().signOff().isEmpty())
			.toList();
		return new SignOff(schedules.stream().flatMap(schedule -> schedule.conduct().signOff().stream()).toList(),
				schedules.stream().flatMap(schedule -> schedule.conduct().lists().stream()).toList(),
				schedules.stream().map(Schedule::name).findFirst().orElse(""));
	}

	private static boolean isFor(PackRequest request, Schedule schedule) {
		return schedule.order().packs().contains(request.pack())
				&& (schedule.order().forAll() || schedule.order().authorities().contains(request.authority()));
	}

}
