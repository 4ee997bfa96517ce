package org.packhorse.run;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.Processes;
import org.packhorse.run.PackRun.Origin;
import org.packhorse.run.PackRun.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/// Finds runs that nobody living watches over, closes what their processes left open, and goes on with them.
///
/// Batch's own `recover` trusts that nobody is alive and refuses a job that is UNKNOWN, which a database that dies in the middle of a
/// step leaves behind. Here the process table says who is alive, and UNKNOWN is closed like anything else: what a step had not
/// committed the database has rolled back, and each pack's own record says whether it stands.
@Service
public class Recovery {

	private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

	/// Workers that are still at it move the same rows; each reading again brings the newest.
	private static final int MOST_READINGS = 50;

	private final RunLog log;

	private final Runs runs;

	private final JobRepository repository;

	private final Processes processes;

	private final Workplace workplace;

	private final WayToWorkers way;

	private final Clock clock;

	private final Pauses pauses;

	Recovery(RunLog log, Runs runs, JobRepository repository, Processes processes, Workplace workplace, WayToWorkers way, Clock clock) {
		this.log = log;
		this.runs = runs;
		this.repository = repository;
		this.processes = processes;
		this.workplace = workplace;
		this.way = way;
		this.clock = clock;
		this.pauses = new Pauses(clock);
	}

	/// The runs that have not come to their end and have no living process, the oldest first: killed, frozen for longer than a lease,
	/// or stopped.
	public List<PackRun> lost() {
		return this.log.unfinished().stream().filter(this::isLost).toList();
	}

	/// Whether nobody watches over a run that is not at its end.
	public boolean isLost(PackRun run) {
		return switch (run.state()) {
			case STOPPED -> true;
			case RUNNING, STOPPING -> run.holder() == null || !this.processes.isAlive(run.holder()) || isLostHere(run);
			case DONE, FAILED -> false;
		};
	}

	/// A run whose job ended in this very process without its books: nobody is at it any more.
	private boolean isLostHere(PackRun run) {
		return this.processes.id().equals(run.holder()) && !this.runs.isWatching(run.number());
	}

	/// Closes a lost run and makes what is missing of it. What a schedule or a sign-off began is closed only: their own watch sees that
	/// it is made. Nothing, when another process was quicker.
	public Optional<PackRun> recover(PackRun lost, RunWatch watch) {
		demandCanMake(lost);
		return this.runs.takeOver(lost) ? Optional.of(taken(lost, watch)) : Optional.empty();
	}

	/// A run that was taken over and cannot be gone on with is let go again; one that was not is for others to settle.
	private PackRun taken(PackRun run, RunWatch watch) {
		boolean ended = false;
		try {
			var now = goOn(run, watch);
			ended = true;
			return now;
		}
		finally {
			if (!ended) {
				this.runs.forget(run);
				this.runs.letGo(run);
			}
		}
	}

	/// A run that needs no more than its end needs no workers.
	private void demandCanMake(PackRun run) {
		this.workplace.demandCanMake(run);
		if (run.remote()) {
			var last = last(run);
			if (last == null || last.getStatus() != BatchStatus.COMPLETED) {
				this.way.demand();
			}
		}
	}

	private PackRun goOn(PackRun lost, RunWatch watch) {
		var last = last(lost);
		if (last == null) {
			return lost.origin() == Origin.COMMAND ? this.runs.begin(lost, watch) : ended(lost, State.FAILED);
		}
		if (last.getStatus() == BatchStatus.COMPLETED) {
			return ended(lost, State.DONE);
		}
		var closed = closed(last);
		return lost.origin() == Origin.COMMAND ? this.runs.goOn(lost, closed, watch) : ended(lost, State.FAILED);
	}

	/// Goes on with every run whose process died, and tells of each; one that was stopped is left to whoever stopped it, and one that
	/// cannot be gone on with keeps nobody from the others and rests for a while before it is tried again.
	void recoverDied(Consumer<String> news) {
		for (PackRun run : lost()) {
			// One that was begun for workers is for a process that has a broker.
			if (run.state() != State.STOPPED && (!run.remote() || this.workplace.isRemote()) && !this.pauses.isResting(run.number())) {
				recoverDied(run, news);
			}
		}
	}

	private void recoverDied(PackRun run, Consumer<String> news) {
		try {
			recover(run, RunWatch.NONE).ifPresent(now -> news.accept("run %d (%s) had lost its process: %d of %d packs stand now".formatted(now.number(), now.question(), now.made(), now.packs())));
			this.pauses.ended(run.number());
		}
		catch (RuntimeException ex) {
			this.pauses.failed(run.number());
			LOG.error("run {} cannot be gone on with", run.number(), ex);
			news.accept("run %d has lost its process and cannot be gone on with: %s".formatted(run.number(), ex.getMessage()));
		}
	}

	/// Makes again what failed in a run that has ended.
	public PackRun again(PackRun run, RunWatch watch) {
		if (run.state() != State.FAILED && !isLost(run)) {
			throw new PackProblem(PackProblem.Kind.USAGE, run.state() == State.DONE ? "Run %d is done: every pack of it stands.".formatted(run.number())
					: "Run %d is at work.".formatted(run.number()));
		}
		demandCanMake(run);
		if (!this.runs.takeOverAgain(run)) {
			throw busy(run);
		}
		if (run.state() != State.FAILED) {
			return goOn(run, watch);
		}
		var last = last(run);
		return last == null ? this.runs.begin(run, watch) : this.runs.goOn(run, closed(last), watch);
	}

	/// Ends the runs of commands that were gone on with here with what is in the making.
	void stop() {
		this.runs.stop();
	}

	/// Somebody else was quicker.
	public static PackProblem busy(PackRun run) {
		return new PackProblem(PackProblem.Kind.BUSY, "Another process has just taken run %d up.".formatted(run.number()));
	}

	private PackRun ended(PackRun run, State state) {
		this.log.end(run.number(), this.processes.id(), state);
		this.runs.forget(run);
		return this.log.find(run.number()).orElseThrow();
	}

	private @Nullable JobExecution last(PackRun run) {
		return this.repository.getLastJobExecution("makePacks", PackRunJob.parameters(run.number()));
	}

	/// Marks what is open as failed, so that Batch lets the job be started again; also what workers of the dead manager move meanwhile.
	private JobExecution closed(JobExecution open) {
		for (int reading = 1;; reading++) {
			var execution = this.repository.getJobExecution(open.getId());
			try {
				execution.getStepExecutions().stream().filter(step -> isOpen(step.getStatus())).forEach(this::close);
				if (isOpen(execution.getStatus())) {
					close(execution);
				}
				return this.repository.getJobExecution(open.getId());
			}
			catch (OptimisticLockingFailureException ex) {
				if (reading == MOST_READINGS) {
					throw ex;
				}
				LOG.debug("job {} moved while it was closed; reading it again", open.getId());
			}
		}
	}

	private static boolean isOpen(BatchStatus status) {
		return status.isRunning() || status == BatchStatus.UNKNOWN;
	}

	private void close(StepExecution step) {
		step.setStatus(BatchStatus.FAILED);
		step.setExitStatus(ExitStatus.FAILED.addExitDescription("its process died"));
		step.setEndTime(LocalDateTime.now(this.clock));
		this.repository.update(step);
	}

	private void close(JobExecution execution) {
		execution.setStatus(BatchStatus.FAILED);
		execution.setExitStatus(ExitStatus.FAILED.addExitDescription("its process died"));
		execution.setEndTime(LocalDateTime.now(this.clock));
		this.repository.update(execution);
	}

}
