package org.packhorse.run;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.packhorse.pack.Editions;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.run.PackRun.Item;
import org.packhorse.run.PackRun.Stands;
import org.packhorse.schedule.FireTime;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.schedule.WhenNotReady;
import org.packhorse.template.TemplateFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes the packs of one fire, by the same path as a command: readiness, then each pack.
@Component
class Firing {

	private static final Logger LOG = LoggerFactory.getLogger(Firing.class);

	/// Tries that may end without a result before a person has to look.
	private static final int MOST_TRIES = 8;

	private static final Duration HELD_FOR = Duration.ofHours(1);

	private final Home home;

	private final Fires fires;

	private final Runs runs;

	private final RunLog log;

	private final Editions editions;

	private final Orders orders;

	private final ScheduleCheck check;

	private final Dispatch dispatch;

	private final Clock clock;

	Firing(Home home, Fires fires, Runs runs, RunLog log, Editions editions, Orders orders, ScheduleCheck check, Dispatch dispatch, Clock clock) {
		this.home = home;
		this.fires = fires;
		this.runs = runs;
		this.log = log;
		this.editions = editions;
		this.orders = orders;
		this.check = check;
		this.dispatch = dispatch;
		this.clock = clock;
	}

	/// Takes a fire in hand and says what became of it; gives the time after which it wants to be looked at again, if it does.
	Optional<Duration> fire(long number, Consumer<String> news) {
		return this.fires.claim(number, this.clock.instant()).flatMap(fire -> {
			news.accept(words(fire) + (fire.attempts() == 1 ? ": begun" : ": taken up again"));
			var outcome = made(fire, news);
			this.fires.end(fire, outcome, this.clock.instant());
			news.accept("%s: %s%s".formatted(words(fire), outcome.state(), outcome.reason().isEmpty() ? "" : ". " + outcome.reason()));
			outcome.editions().forEach(edition -> news.accept("  " + edition));
			return again(fire, outcome);
		});
	}

	private static String words(Fire fire) {
		return "%s for %s, due %s".formatted(fire.schedule(), fire.authority(), FireTime.words(fire.dueAt().atZone(Schedule.ZONE)));
	}

	/// One minute, two, four: a database that comes back or a run that ends is soon noticed, one that does not is not pestered.
	private static Optional<Duration> again(Fire fire, Fires.Outcome outcome) {
		return switch (outcome.state()) {
			case DUE -> Optional.of(Duration.ofMinutes(1L << fire.tries()));
			case HELD -> Optional.of(HELD_FOR);
			case RUNNING, DONE, FAILED, SKIPPED -> Optional.empty();
		};
	}

	private Fires.Outcome made(Fire fire, Consumer<String> news) {
		var editions = new ArrayList<String>();
		try {
			if (fire.tries() >= MOST_TRIES) {
				return new Fires.Outcome(Fire.State.FAILED, "%d tries ended without a result; the last said: %s".formatted(fire.tries(),
						fire.reason().isBlank() ? "nothing, for its process died." : fire.reason()), fire.editions());
			}
			if (fire.meetsOn() != null && fire.meetsOn().isBefore(LocalDate.now(this.clock.withZone(Schedule.ZONE)))) {
				return new Fires.Outcome(Fire.State.SKIPPED, ("Not made: the meeting had been. " + fire.reason()).strip(), editions);
			}
			return made(fire, editions, news);
		}
		catch (RuntimeException ex) {
			return outcome(ex, editions);
		}
	}

	private Fires.Outcome made(Fire fire, List<String> editions, Consumer<String> news) {
		var folder = ScheduleFolder.open(this.home.schedules(), TemplateFolder.open(this.home.templates()));
		var file = folder.files().stream().filter(each -> each.name().equals(fire.schedule())).findFirst();
		if (file.isEmpty()) {
			return new Fires.Outcome(Fire.State.SKIPPED, "Not made: the schedule is no longer there.", editions);
		}
		if (file.get().schedule().isEmpty()) {
			throw new PackProblem(PackProblem.Kind.BUSY, "The schedule's file is at fault; ./packhorse check lists what.");
		}
		var schedule = file.get().schedule().get();
		return schedule.enabled() ? made(requests(fire, schedule), schedule, editions, news)
				: new Fires.Outcome(Fire.State.SKIPPED, "Not made: the schedule was put to rest.", editions);
	}

	private List<PackRequest> requests(Fire fire, Schedule schedule) {
		return this.orders.of(schedule, fire.authority(), new FireTime(fire.dueAt().atZone(Schedule.ZONE), fire.why(), fire.meetsOn()));
	}

	private Fires.Outcome made(List<PackRequest> requests, Schedule schedule, List<String> editions, Consumer<String> news) {
		if (schedule.conduct().whenNotReady() == WhenNotReady.HOLD) {
			var gaps = this.orders.gaps(requests);
			if (!gaps.isEmpty()) {
				return new Fires.Outcome(Fire.State.HELD, String.join(" ", gaps.sentences()), editions);
			}
		}
		var run = this.runs.makeScheduled(requests, new Told(news));
		var items = this.log.items(run.number());
		var stands = items.stream().map(Item::outcome).filter(Objects::nonNull).flatMap(outcome -> outcome.stands().stream()).toList();
		stands.forEach(each -> editions.add(each.name()));
		var faults = new ArrayList<>(items.stream().flatMap(item -> fault(run, item).stream()).toList());
		var words = new ArrayList<String>();
		if (!stands.isEmpty()) {
			try {
				words.addAll(sent(stands, schedule, requests.getFirst().authority()));
			}
			catch (RuntimeException ex) {
				faults.add(outcome(ex, editions));
			}
		}
		return faults.isEmpty() ? new Fires.Outcome(Fire.State.DONE, String.join(" ", words), editions) : worst(faults, editions);
	}

	private static Optional<Fires.Outcome> fault(PackRun run, Item item) {
		var outcome = item.outcome();
		if (outcome == null) {
			return Optional.of(later("Run %d was stopped before %s was made.".formatted(run.number(), item.request().pack())));
		}
		return Optional.ofNullable(outcome.trouble()).map(Firing::outcome);
	}

	/// Tells of each pack in the lines of `serve`.
	private record Told(Consumer<String> news) implements RunWatch {

		@Override
		public void ended(Item item) {
			var outcome = Objects.requireNonNull(item.outcome());
			outcome.told().forEach(line -> tell(item, line));
			outcome.stands().forEach(stands -> {
				tell(item, (stands.published() ? "published as " : "nothing has changed, it stands as ") + stands.name());
				PackWords.lookAgain(stands).forEach(words -> tell(item, words));
				stands.notes().forEach(note -> tell(item, note));
			});
		}

		private void tell(Item item, String line) {
			this.news.accept("  " + item.request().pack() + ": " + line);
		}

	}

	/// Sends what was made on its way; where a list or a post is at fault, nothing of it goes.
	private List<String> sent(List<Stands> stands, Schedule schedule, String council) {
		var faults = this.check.faults(schedule, council);
		if (!faults.isEmpty()) {
			throw new PackProblem(PackProblem.Kind.INPUT, "What was made stands, and nothing was sent. " + String.join(" ", faults));
		}
		return stands.stream().flatMap(each -> sent(each, schedule).stream()).toList();
	}

	private List<String> sent(Stands stands, Schedule schedule) {
		var words = new ArrayList<String>();
		var edition = this.editions.find(stands.edition());
		if (!stands.waitsFor().isEmpty()) {
			words.add(this.dispatch.ask(edition, stands.waitsFor()));
		}
		boolean mayGo = !edition.request().draft() || schedule.order().draft();
		if (mayGo && !schedule.conduct().lists().isEmpty()) {
			// Part 2 has other readers than the lists of its Part 1.
			words.add(schedule.order().packs().contains(edition.request().pack()) ? this.dispatch.post(edition, schedule)
					: edition.name() + " goes to no list by itself.");
		}
		return words;
	}

	/// While any fault may pass, the fire is tried again, whatever else a person must mend.
	private static Fires.Outcome worst(List<Fires.Outcome> faults, List<String> editions) {
		var lasting = faults.stream().filter(fault -> fault.state() != Fire.State.FAILED).findFirst().orElse(faults.getFirst());
		return new Fires.Outcome(lasting.state(), faults.stream().map(Fires.Outcome::reason).distinct().collect(Collectors.joining(" ")), editions);
	}

	/// What is wrong stands on record in words that pages show; what the database said itself is in the log alone.
	private static Fires.Outcome outcome(RuntimeException fault, List<String> editions) {
		var known = Trouble.of(fault);
		known.ifPresentOrElse(trouble -> LOG.warn("a fire came to nothing: {}", trouble.words()), () -> LOG.error("A fire failed", fault));
		var outcome = outcome(known.orElseGet(() -> Trouble.unknown(fault, "the log")));
		return new Fires.Outcome(outcome.state(), outcome.reason(), editions);
	}

	private static Fires.Outcome outcome(Trouble trouble) {
		return trouble.mayPass() ? later(trouble.forPages()) : failed(trouble.forPages());
	}

	private static Fires.Outcome later(String reason) {
		return new Fires.Outcome(Fire.State.DUE, reason, List.of());
	}

	private static Fires.Outcome failed(String reason) {
		return new Fires.Outcome(Fire.State.FAILED, reason, List.of());
	}

}
