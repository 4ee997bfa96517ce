package org.packhorse.run;

import java.util.stream.Stream;

import org.packhorse.pack.Home;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.SignOff;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.template.TemplateFolder;
import org.springframework.stereotype.Component;

/// Decides which posts have to clear what a request makes: those that it names itself; else those of the enabled schedules of its
/// pack and council, whoever makes it and whether as a draft or not; else those of the pack's own pack.yml. Posts make a draft of it.
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
		// What a schedule makes as a draft, with no posts, is for those who write it.
		if (!request.draft() || request.signOff().schedule().isEmpty()) {
			var scheduled = scheduled(request, templates);
			if (!scheduled.posts().isEmpty()) {
				return request.signedOff(scheduled);
			}
		}
		var posts = templates.settings(request.pack()).signOff();
		return request.signedOff(new SignOff(posts, request.signOff().lists(), request.signOff().schedule()));
	}

	/// What is made by hand, after the draft was sent back say, goes the way of the scheduled one.
	private SignOff scheduled(PackRequest request, TemplateFolder templates) {
		var schedules = ScheduleFolder.open(this.home.schedules(), templates)
			.schedules()
			.stream()
			.filter(schedule -> schedule.enabled() && isFor(request, schedule) && !schedule.conduct().signOff().isEmpty())
			.toList();
		var asked = request.signOff();
		return new SignOff(schedules.stream().flatMap(schedule -> schedule.conduct().signOff().stream()).toList(),
				Stream.concat(asked.lists().stream(), schedules.stream().flatMap(schedule -> schedule.conduct().lists().stream())).toList(),
				asked.schedule().isEmpty() ? schedules.stream().map(Schedule::name).findFirst().orElse("") : asked.schedule());
	}

	private static boolean isFor(PackRequest request, Schedule schedule) {
		return schedule.order().packs().contains(request.pack())
				&& (schedule.order().forAll() || schedule.order().authorities().contains(request.authority()));
	}

}
