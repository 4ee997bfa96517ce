package org.packhorse.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import org.packhorse.TestDatabase;
import org.packhorse.TestHome;
import org.packhorse.access.Actors;
import org.packhorse.authority.Authorities;
import org.packhorse.authority.PostHolders;
import org.packhorse.delivery.DeliveryRound;
import org.packhorse.delivery.ListCheck;
import org.packhorse.delivery.Postbag;
import org.packhorse.pack.Editions;
import org.packhorse.pack.Home;
import org.packhorse.pack.SignOffs;
import org.packhorse.schedule.Diaries;
import org.packhorse.schedule.Register;
import org.springframework.transaction.support.TransactionTemplate;

/// A `serve` whose time a test turns by hand, with the product's own tasks on db-scheduler's timer for tests. Where the application of the
/// test goes by a [MovedClock], everything does: also what posts, sends and writes down.
final class Timer {

	static final ZoneId LONDON = ZoneId.of("Europe/London");

	private final TestDatabase database;

	private final MovedClock clock;

	private final SettableClock timersClock = new SettableClock();

	private final List<String> news = Collections.synchronizedList(new ArrayList<>());

	private final Lookout lookout;

	private final Dispatch dispatch;

	private final Firing firing;

	private final Reminders reminders;

	private final ManualScheduler scheduler;

	Timer(TestDatabase database, String now) {
		this.database = database;
		this.clock = database.bean(Clock.class) instanceof MovedClock moved ? moved : new MovedClock(now);
		this.clock.move(Instant.parse(now));
		var home = database.bean(Home.class);
		this.lookout = new Lookout(home, database.bean(Register.class), database.bean(Diaries.class), database.bean(Fires.class), database.bean(Marks.class),
				database.bean(TransactionTemplate.class), this.clock);
		this.dispatch = new Dispatch(database.bean(Postbag.class), database.bean(SignOffs.class), database.bean(PostHolders.class), database.bean(Actors.class),
				database.bean(TransactionTemplate.class), this.clock);
		this.firing = new Firing(home, database.bean(Fires.class), database.bean(Runs.class), database.bean(RunLog.class), database.bean(Editions.class), database.bean(Orders.class),
				new ScheduleCheck(home, database.bean(Register.class), database.bean(ListCheck.class), database.bean(PostHolders.class), this.clock), this.dispatch, this.clock);
		this.reminders = new Reminders(home, database.bean(Register.class), database.bean(Diaries.class), database.bean(Authorities.class), database.bean(Orders.class),
				database.bean(ReminderPost.class), this.clock);
		var runs = new ScheduledRuns(database.dataSource(), this.lookout, this.firing, this.reminders,
				new MailRound(database.bean(Approvals.class), this.dispatch, database.bean(DeliveryRound.class)), database.bean(Recovery.class), this.clock);
		runs.tell(this.news::add);
		this.timersClock.set(this.clock.instant());
		var builder = TestHelper.createManualScheduler(database.dataSource(), runs.fire()).clock(this.timersClock).startTasks(List.copyOf(runs.recurring()));
		builder.jdbcCustomization(new AutodetectJdbcCustomization(database.dataSource(), true));
		this.scheduler = builder.start();
	}

	/// Forgets every fire and task.
	static void forget(TestDatabase database) {
		List.of("delivery_attempts", "deliveries", "delivery_bodies", "releases", "schedule_fires", "schedule_marks", "schedule_reminders", "scheduled_tasks").forEach(table -> database.sql().sql("DELETE FROM " + table).update());
		TestHome.delete(database.bean(Home.class).schedules());
	}

	/// Writes a schedule for the small council's quick pack; settings replace those that it has.
	static void write(TestDatabase database, String name, String... settings) {
		var lines = new ArrayList<>(List.of("title: Quick", "enabled: yes", "packs: [quick]", "authorities: all", "as-at: date of run",
				"when: every Monday at 09:00", "readiness: go with the gaps printed", "catch-up: run once"));
		for (String setting : settings) {
			lines.removeIf(line -> line.startsWith(setting.substring(0, setting.indexOf(':') + 1)));
			lines.add(setting);
		}
		TestHome.write(file(database, name), String.join("\n", lines) + "\n");
	}

	static Path file(TestDatabase database, String name) {
		return database.bean(Home.class).schedules().resolve(name + ".yml");
	}

	/// Turns the time to what a clock in London shows, and lets everything that is due happen.
	Timer turn(String shown) {
		return turn(LocalDateTime.parse(shown).atZone(LONDON).toInstant());
	}

	Timer turn(Instant to) {
		this.clock.move(to);
		this.timersClock.set(to);
		// One round for the look, one for what it found.
		this.scheduler.runAnyDueExecutions();
		this.scheduler.runAnyDueExecutions();
		return this;
	}

	/// Moves the time and lets nothing happen.
	void still(Instant to) {
		this.clock.move(to);
		this.timersClock.set(to);
	}

	List<String> news() {
		return this.news;
	}

	Lookout lookout() {
		return this.lookout;
	}

	Firing firing() {
		return this.firing;
	}

	Reminders reminders() {
		return this.reminders;
	}

	/// Each fire as "2026-05-04 09:00 done", the oldest first.
	List<String> fires() {
		return this.database.bean(Fires.class)
			.newestFirst(1000)
			.reversed()
			.stream()
			.map(fire -> fire.dueAt().atZone(LONDON).toLocalDateTime().toString().replace('T', ' ') + " " + fire.state())
			.toList();
	}

	Fire newest() {
		return this.database.bean(Fires.class).newestFirst(1).getFirst();
	}

}
