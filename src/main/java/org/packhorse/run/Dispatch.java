package org.packhorse.run;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.packhorse.access.Actor;
import org.packhorse.access.Actors;
import org.packhorse.authority.PostHolder;
import org.packhorse.authority.PostHolders;
import org.packhorse.delivery.Postbag;
import org.packhorse.pack.Edition;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.SignOffs;
import org.packhorse.schedule.Schedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Posts what schedules make: a word to those who have to clear a draft, finals and scheduled drafts to their lists. Everything here may
/// be done again: the ledger has each message once.
@Component
public class Dispatch {

	private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

	/// A final that could not be posted for longer than this is left to a person: its readers may have it by now, or another.
	private static final Duration POSTED_WITHIN = Duration.ofDays(14);

	private final Postbag postbag;

	private final SignOffs signOffs;

	private final PostHolders holders;

	private final Actors actors;

	private final TransactionTemplate transaction;

	private final Clock clock;

	/// What has been told, so that a fault is told once and not at every look.
	private final Map<String, String> told = new ConcurrentHashMap<>();

	Dispatch(Postbag postbag, SignOffs signOffs, PostHolders holders, Actors actors, TransactionTemplate transaction, Clock clock) {
		this.postbag = postbag;
		this.signOffs = signOffs;
		this.holders = holders;
		this.actors = actors;
		this.transaction = transaction;
		this.clock = clock;
	}

	/// Posts an edition that a schedule made to the schedule's lists, and a final to those that another one named for it; gives what
	/// was posted, in words.
	String post(Edition edition, Schedule schedule) {
		var owed = edition.request().draft() ? List.<String>of() : this.signOffs.owed(edition);
		var lists = Stream.concat(schedule.conduct().lists().stream(), owed.stream()).distinct().toList();
		return post(edition, lists, schedule(schedule.name()));
	}

	private String post(Edition edition, List<String> lists, Actor actor) {
		this.transaction.executeWithoutResult(_ -> {
			if (!edition.request().draft()) {
				this.signOffs.posted(edition);
			}
			this.postbag.post(edition, lists, actor);
		});
		var people = this.postbag.recipients(edition, lists).size();
		return "%s was posted to %s: %d %s.".formatted(edition.name(), String.join(", ", lists), people, people == 1 ? "message" : "messages");
	}

	private Actor schedule(String name) {
		return name.isBlank() ? this.actors.current() : this.actors.named("schedule " + name);
	}

	/// Tells the holders of the posts that a draft waits for, each once; gives whom it waits for, and who could not be told.
	String ask(Edition draft, List<String> posts) {
		var untold = new ArrayList<String>();
		for (String post : posts) {
			if (!ask(draft, post)) {
				untold.add(post);
			}
		}
		return "%s waits for %s.%s".formatted(draft.name(), String.join(" and ", posts),
				untold.isEmpty() ? "" : " No mail went to %s: no address is on file, or mail is not set up.".formatted(String.join(" and ", untold)));
	}

	private boolean ask(Edition draft, String post) {
		var addresses = this.holders.of(draft.request().authority(), post, LocalDate.now(this.clock.withZone(Schedule.ZONE)))
			.stream()
			.map(PostHolder::email)
			.filter(address -> !address.isBlank())
			.distinct()
			.toList();
		var said = addresses.stream()
			.map(address -> this.postbag.notice("sign-off|%s|%s".formatted(draft.name(), post), draft.request().authority(), address, "A draft waits for your sign-off",
					words(draft, post)))
			.toList();
		return !said.isEmpty() && !said.contains(Postbag.Notice.MAIL_NOT_SET_UP);
	}

	private static String words(Edition draft, String post) {
		return """
				To the %1$s

				The draft %2$s waits to be cleared by your post. Read it where drafts are kept:

				  %3$s

				Then clear it, or send it back:

				  ./packhorse approve %2$s --post "%1$s"
				  ./packhorse approve %2$s --post "%1$s" --send-back "REASON"

				Nothing clears by time, and one person clears for one post.
				This message was written by Packhorse.
				""".formatted(post, draft.name(), draft.path());
	}

	/// Posts finals whose lists have not been seen to: those that the last clearance has just made, and those that a fire could not
	/// post because of something that has been mended since. One that cannot be posted keeps nobody from the others.
	public void finals(Consumer<String> news) {
		for (SignOffs.Due due : this.signOffs.dueForLists()) {
			if (due.edition().requestedAt().isAfter(this.clock.instant().minus(POSTED_WITHIN))) {
				one(due, news);
			}
			else {
				tellOnce(due.edition().name(), "%1$s was not posted to %2$s in %3$d days, and will not be by itself: its readers may have it from elsewhere. ./packhorse send %1$s posts it."
					.formatted(due.edition().name(), String.join(", ", due.lists()), POSTED_WITHIN.toDays()), news);
			}
		}
	}

	private void one(SignOffs.Due due, Consumer<String> news) {
		var name = due.edition().name();
		try {
			news.accept(post(due.edition(), due.lists(), schedule(due.schedule())));
			this.told.remove(name);
		}
		catch (PackProblem ex) {
			tellOnce(name, String.valueOf(ex.getMessage()), news);
		}
		catch (RuntimeException ex) {
			if (tellOnce(name, "%s was not posted: %s".formatted(name, ex.getMessage()), news)) {
				LOG.error("{} was not posted", name, ex);
			}
		}
	}

	/// Whether it was news.
	private boolean tellOnce(String name, String words, Consumer<String> news) {
		boolean untold = !words.equals(this.told.put(name, words));
		if (untold) {
			news.accept(words);
		}
		return untold;
	}

}
