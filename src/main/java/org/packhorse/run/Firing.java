package org.packhorse.run;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.packhorse.authority.FaultyTable;
import org.packhorse.calendar.BankHolidaysMissing;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.schedule.FireTime;
import org.packhorse.schedule.Schedule;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.schedule.WhenNotReady;
import org.packhorse.template.FaultyTemplate;
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

	private final PackRuns runs;

	private final Orders orders;

	private final ScheduleCheck check;

	private final Dispatch dispatch;

	private final Clock clock;

	Firing(Home home, Fires fires, PackRuns runs, Orders orders, ScheduleCheck check, Dispatch dispatch, Clock clock) {
		this.home = home;
		this.fires = fires;
		this.runs = runs;
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
		var made = new ArrayList<PackRuns.Made>();
		var faults = new ArrayList<RuntimeException>();
		for (PackRequest request : requests) {
			tried(faults, () -> make(request, made, editions, news));
		}
		var words = new ArrayList<String>();
		if (!made.isEmpty()) {
			tried(faults, () -> words.addAll(sent(made, schedule, requests.getFirst().authority())));
		}
		return faults.isEmpty() ? new Fires.Outcome(Fire.State.DONE, String.join(" ", words), editions) : worst(faults, editions);
	}

	private static void tried(List<RuntimeException> faults, Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			faults.add(ex);
		}
	}

	/// Makes one pack, and Part 2 of the same report where words of it are exempt.
	private void make(PackRequest request, List<PackRuns.Made> all, List<String> editions, Consumer<String> news) {
		var made = this.runs.make(request, step -> news.accept("  " + request.pack() + ": " + step));
		all.add(made);
		editions.add(made.edition().name());
		made.toLookAt().forEach(finding -> news.accept("  " + request.pack() + ": look again before others read it: " + finding));
		made.notes().forEach(note -> news.accept("  " + request.pack() + ": " + note));
		this.runs.part2(made).ifPresent(part2 -> make(part2, all, editions, news));
	}

	/// Sends what was made on its way; where a list or a post is at fault, nothing of it goes.
	private List<String> sent(List<PackRuns.Made> made, Schedule schedule, String council) {
		var faults = this.check.faults(schedule, council);
		if (!faults.isEmpty()) {
			throw new PackProblem(PackProblem.Kind.INPUT, "What was made stands, and nothing was sent. " + String.join(" ", faults));
		}
		return made.stream().flatMap(each -> sent(each, schedule).stream()).toList();
	}

	private List<String> sent(PackRuns.Made made, Schedule schedule) {
		var words = new ArrayList<String>();
		if (!made.waitsFor().isEmpty()) {
			words.add(this.dispatch.ask(made.edition(), made.waitsFor()));
		}
		boolean mayGo = !made.edition().request().draft() || schedule.order().draft();
		if (mayGo && !schedule.conduct().lists().isEmpty()) {
			// Part 2 has other readers than the lists of its Part 1.
			words.add(schedule.order().packs().contains(made.edition().request().pack()) ? this.dispatch.post(made.edition(), schedule)
					: made.edition().name() + " goes to no list by itself.");
		}
		return words;
	}

	/// While any fault may pass, the fire is tried again, whatever else a person must mend.
	private static Fires.Outcome worst(List<RuntimeException> faults, List<String> editions) {
		var outcomes = faults.stream().map(fault -> outcome(fault, editions)).toList();
		var lasting = outcomes.stream().filter(outcome -> outcome.state() != Fire.State.FAILED).findFirst().orElse(outcomes.getFirst());
		return new Fires.Outcome(lasting.state(), outcomes.stream().map(Fires.Outcome::reason).distinct().collect(Collectors.joining(" ")), editions);
	}

	private static Fires.Outcome outcome(RuntimeException fault, List<String> editions) {
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			var known = known(cause);
			if (known.isPresent()) {
				return new Fires.Outcome(known.get().state(), known.get().reason(), editions);
			}
		}
		LOG.error("A fire failed", fault);
		return new Fires.Outcome(Fire.State.FAILED, "%s. The whole trace is in the log.".formatted(fault), editions);
	}

	private static Optional<Fires.Outcome> known(Throwable cause) {
		return switch (cause) {
			case PackProblem problem when problem.kind() == PackProblem.Kind.BUSY -> Optional.of(later(problem.getMessage()));
			case PackProblem problem -> Optional.of(failed(problem.getMessage()));
			case FaultyTemplate templates -> Optional.of(failed(templates.getMessage()));
			case FaultyTable table -> Optional.of(failed(table.getMessage()));
			case BankHolidaysMissing holidays -> Optional.of(later(holidays.getMessage()));
			default -> DatabaseHealth.complaint(cause).map(words -> later("The database does not answer as it should: " + words));
		};
	}

	private static Fires.Outcome later(String reason) {
		return new Fires.Outcome(Fire.State.DUE, reason, List.of());
	}

	private static Fires.Outcome failed(String reason) {
		return new Fires.Outcome(Fire.State.FAILED, reason, List.of());
	}

}
