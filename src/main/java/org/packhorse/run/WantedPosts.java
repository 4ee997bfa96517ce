package org.packhorse.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.packhorse.authority.PostHolders;
import org.packhorse.markup.NearestName;
import org.packhorse.pack.Editions;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Progress;
import org.packhorse.pack.SignOff;
import org.packhorse.pack.SignOffs;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.template.TemplateFolder;
import org.springframework.stereotype.Component;

/// Decides which posts have to clear what a request makes: those that it names itself; else those of the enabled schedules of its
/// pack and council, whoever makes it and whether as a draft or not; else those that cleared, or have to clear, the newest edition of
/// that day; else those of the pack's own pack.yml. Posts make a draft of it.
@Component
class WantedPosts {

	private final Home home;

	private final Editions editions;

	private final SignOffs signOffs;

	private final PostHolders holders;

	private final Clock clock;

	WantedPosts(Home home, Editions editions, SignOffs signOffs, PostHolders holders, Clock clock) {
		this.home = home;
		this.editions = editions;
		this.signOffs = signOffs;
		this.holders = holders;
		this.clock = clock;
	}

	/// The request with its posts.
	PackRequest of(PackRequest request) {
		var templates = TemplateFolder.open(this.home.templates());
		if (!request.signOff().posts().isEmpty()) {
			if (request.signOff().schedule().isEmpty()) {
				demandHolders(request);
			}
			return request.signedOff(request.signOff());
		}
		// What a schedule makes as a draft, with no posts, is for those who write it.
		if (!request.draft() || request.signOff().schedule().isEmpty()) {
			var scheduled = scheduled(request, templates);
			if (!scheduled.posts().isEmpty()) {
				return request.signedOff(scheduled);
			}
			var before = before(request);
			if (before.isPresent()) {
				return request.signedOff(before.get());
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

	/// What posts have cleared, or have sent back, is not replaced by what they have not seen.
	private Optional<SignOff> before(PackRequest request) {
		return this.editions.newest(request)
			.flatMap(newest -> this.signOffs.of(newest.fromDraft() == null ? newest : this.editions.find(newest.fromDraft())))
			.filter(progress -> !progress.posts().isEmpty())
			.map(progress -> new SignOff(progress.posts().stream().map(Progress.Post::name).toList(), progress.lists(), progress.schedule()));
	}

	private void demandHolders(PackRequest request) {
		var faults = faults(request.signOff().posts(), List.of(request.authority()));
		if (!faults.isEmpty()) {
			throw new PackProblem(PackProblem.Kind.INPUT, String.join("\npackhorse: ", faults));
		}
	}

	/// What is wrong with posts that somebody names: one that nobody holds would never clear anything. Of several councils one may lack a
	/// post that others have; its pack fails alone.
	List<String> faults(List<String> posts, List<String> councils) {
		if (posts.isEmpty() || councils.isEmpty()) {
			return List.of();
		}
		var today = LocalDate.now(this.clock.withZone(Schedule.ZONE));
		var known = councils.stream().flatMap(council -> this.holders.posts(council, today).stream()).collect(Collectors.toUnmodifiableSet());
		var where = councils.size() == 1 ? councils.getFirst() : "any of the %d councils".formatted(councils.size());
		return posts.stream().distinct().filter(post -> !known.contains(post)).map(post -> "Nobody is on file as %s of %s on %s (table post_holders). %s"
			.formatted(post, where, today, known.isEmpty() ? "Load the table first." : NearestName.among(known).remedy(post))).toList();
	}

	private static boolean isFor(PackRequest request, Schedule schedule) {
		return schedule.order().packs().contains(request.pack())
				&& (schedule.order().forAll() || schedule.order().authorities().contains(request.authority()));
	}

}
