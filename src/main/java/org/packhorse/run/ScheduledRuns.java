package org.packhorse.run;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs schedules for as long as the process lives: one task looks at the folder, one reminds leads, one
/// sends mail, one goes on with runs whose process died, one task a fire makes its packs.
///
/// The timer is db-scheduler. Of several processes on one database one picks each task; a task whose process has died, so that
/// its heartbeat stops, is given to another one. What a task does is safe to be done again: a fire is claimed, and an edition
/// that stands is not made twice.
@Component
public class ScheduledRuns implements SmartLifecycle {

	private static final TaskDescriptor<Void> FIRE = TaskDescriptor.of("fire");

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

	/// How soon a lead is reminded of what has come to be missing, and one whose address has come in.
	private static final Duration BETWEEN_REMINDERS = Duration.ofMinutes(15);

	private static final Duration POLLING = Duration.ofSeconds(5);

	private static final Duration HEARTBEAT = Duration.ofSeconds(10);

	/// Heartbeats that may be missing before a task counts as dead: a minute, longer than a long pause of a busy machine.
	private static final int MISSED_HEARTBEATS = 6;

	/// How long packs in the making may take to end when the process is asked to stop.
	private static final Duration DRAINING = Duration.ofMinutes(5);

	/// Two that make packs, one that goes on with a run, one that looks and reminds, and one that may wait for a mail server.
	private static final int AT_ONCE = 5;

	private final DataSource database;

	private final Lookout lookout;

	private final Firing firing;

	private final Reminders reminders;

	private final MailRound mail;

	private final Recovery recovery;

	private final Clock clock;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private volatile Consumer<String> news = _ -> {
	};

	private volatile @Nullable Scheduler scheduler;

	ScheduledRuns(DataSource database, Lookout lookout, Firing firing, Reminders reminders, MailRound mail, Recovery recovery, Clock clock) {
		this.database = database;
		this.lookout = lookout;
		this.firing = firing;
		this.reminders = reminders;
		this.mail = mail;
		this.recovery = recovery;
		this.clock = clock;
	}

	/// Starts, and tells what happens line by line.
	public void start(Consumer<String> news) {
		tell(news);
		start();
	}

	void tell(Consumer<String> news) {
		this.news = news;
	}

	@Override
	public void start() {
		var started = Scheduler.create(this.database, fire())
			.startTasks(recurring())
			.clock(this.clock::instant)
			.pollingInterval(POLLING)
			.heartbeatInterval(HEARTBEAT)
			.missedHeartbeatsLimit(MISSED_HEARTBEATS)
			.shutdownMaxWait(DRAINING)
			.threads(AT_ONCE)
			.alwaysPersistTimestampInUTC()
			.build();
		this.scheduler = started;
		started.start();
	}

	/// Stops looking, waits for packs in the making, and lets [#awaitStop()] return.
	@Override
	public void stop() {
		var running = this.scheduler;
		if (running != null) {
			this.recovery.stop();
			var busy = running.getCurrentlyExecuting().size();
			this.news.accept(busy == 0 ? "stopping" : "stopping when what is in the making is done, at most %d minutes".formatted(DRAINING.toMinutes()));
			running.stop();
			this.scheduler = null;
			this.news.accept("stopped");
			this.stopped.countDown();
		}
	}

	/// Waits until somebody stops this.
	public void awaitStop() throws InterruptedException {
		this.stopped.await();
	}

	@Override
	public boolean isRunning() {
		return this.scheduler != null;
	}

	/// Commands that end by themselves want no timer.
	@Override
	public boolean isAutoStartup() {
		return false;
	}

	/// The tasks that come again and again.
	List<RecurringTask<Void>> recurring() {
		return List.of(look(), remind(), mail(), recover());
	}

	private RecurringTask<Void> recover() {
		return Tasks.recurring("recover", FixedDelay.of(BETWEEN_LOOKS))
			.onFailureReschedule()
			.onDeadExecutionRevive()
			.execute((_, _) -> this.recovery.recoverDied(this.news));
	}

	private RecurringTask<Void> mail() {
		return Tasks.recurring("mail", FixedDelay.of(BETWEEN_LOOKS))
			.onFailureReschedule()
			.onDeadExecutionRevive()
			.execute((_, context) -> this.mail.go(this.news, context.getSchedulerState()::isShuttingDown));
	}

	private RecurringTask<Void> remind() {
		return Tasks.recurring("remind", FixedDelay.of(BETWEEN_REMINDERS))
			.onFailureReschedule()
			.onDeadExecutionRevive()
			.execute((_, _) -> this.reminders.remind(this.news));
	}

	/// The task that looks at the schedules.
	private RecurringTask<Void> look() {
		return Tasks.recurring("look", FixedDelay.of(BETWEEN_LOOKS))
			.onFailureReschedule()
			.onDeadExecutionRevive()
			.execute((_, context) -> look(context.getSchedulerClient()));
	}

	/// The task that makes the packs of one fire; its instance is the fire's number.
	CustomTask<Void> fire() {
		return Tasks.custom(FIRE)
			.onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofMinutes(1)))
			.onDeadExecutionRevive()
			.execute((fire, _) -> completion(this.firing.fire(Long.parseLong(fire.getId()), this.news)));
	}

	private void look(SchedulerClient client) {
		var seen = this.lookout.look();
		seen.faults().forEach(this.news);
		seen.open().forEach(fire -> client.scheduleIfNotExists(FIRE.instance(Long.toString(fire)).build(), this.clock.instant()));
	}

	private CompletionHandler<Void> completion(Optional<Duration> again) {
		return again.<CompletionHandler<Void>>map(wait -> (done, operations) -> operations.reschedule(done, this.clock.instant().plus(wait)))
			.orElseGet(CompletionHandler.OnCompleteRemove::new);
	}

}
