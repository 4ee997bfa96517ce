package org.packhorse.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.packhorse.access.Actors;
import org.packhorse.pack.Edition;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Processes;
import org.packhorse.pack.Software;
import org.packhorse.run.PackRun.Origin;
import org.packhorse.run.PackRun.Stands;
import org.packhorse.run.PackRun.State;
import org.packhorse.run.PackRun.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.stereotype.Service;

/// Makes packs: each question is a run, each run a job that is watched over by the process that began it, whoever makes its packs.
@Service
public class Runs {

	private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

	private final RunLog log;

	private final JobOperator operator;

	private final Job makePacks;

	private final Workplace workplace;

	private final Processes here;

	private final Actors actors;

	/// How many runs this process watches over; whoever stops it waits here.
	private final Lock lock = new ReentrantLock();

	private final Condition fewer = this.lock.newCondition();

	private int atWork;

	Runs(RunLog log, JobOperator operator, Job makePacks, Workplace workplace, Processes here, Actors actors) {
		this.log = log;
		this.operator = operator;
		this.makePacks = makePacks;
		this.workplace = workplace;
		this.here = here;
		this.actors = actors;
	}

	/// Makes the packs that a person or a script asks for, here or on workers as the settings say, and returns when all have ended.
	public PackRun make(List<PackRequest> requests, RunWatch watch) {
		return make(RunOrder.of(requests, Origin.COMMAND, this.workplace.isRemote()), watch);
	}

	/// Makes the packs of a schedule's fire.
	PackRun makeScheduled(List<PackRequest> requests, RunWatch watch) {
		return make(RunOrder.of(requests, Origin.SCHEDULE, false), watch);
	}

	/// Makes the final of a draft that its posts have cleared, in this process: it is recorded as the act of whoever cleared it last.
	Stands makeFinal(Edition draft, Consumer<String> told) {
		var order = new RunOrder("the final of " + draft.name(), List.of(new Wanted(draft.request(), draft.number())), Origin.SIGN_OFF, false);
		var outcome = this.log.items(make(order, RunWatch.NONE).number()).getFirst().outcome();
		if (outcome == null) {
			throw new Trouble(PackProblem.Kind.BUSY, true, false, "The final of %s was not made, for this process was told to stop.".formatted(draft.name())).problem();
		}
		outcome.told().forEach(told);
		if (outcome.trouble() != null) {
			throw outcome.trouble().problem();
		}
		return outcome.stands().getFirst();
	}

	private PackRun make(RunOrder order, RunWatch watch) {
		this.here.register();
		var run = this.log.begin(order, this.actors.current().name(), Software.current(), this.workplace.templates(order), this.here.id());
		return watchedOver(run, watch, () -> this.operator.start(this.makePacks, PackRunJob.parameters(run.number())));
	}

	/// Goes on with a run that has ended without all of its packs, or makes again those that failed.
	PackRun goOn(PackRun run, JobExecution last, RunWatch watch) {
		return watchedOver(run, watch, () -> this.operator.restart(last));
	}

	/// Begins the job of a run that died before it had one.
	PackRun begin(PackRun run, RunWatch watch) {
		return watchedOver(run, watch, () -> this.operator.start(this.makePacks, PackRunJob.parameters(run.number())));
	}

	/// A job that has been begun, or one to go on with.
	private interface Work {

		JobExecution go() throws JobExecutionException;

	}

	private PackRun watchedOver(PackRun run, RunWatch watch, Work work) {
		count(1);
		watch.begun(run);
		try (var _ = MDC.putCloseable("run", Long.toString(run.number())); var _ = new RunEyes(this.log, run, watch)) {
			LOG.info("run begun: {}", run.question());
			end(run, work.go());
		}
		catch (JobExecutionException ex) {
			throw new IllegalStateException("the job of run %d cannot go on".formatted(run.number()), ex);
		}
		finally {
			count(-1);
		}
		return this.log.find(run.number()).orElseThrow();
	}

	/// A job whose own books could not be kept (the database went away) stays as it is, for [Recovery].
	private void end(PackRun run, JobExecution execution) {
		var status = execution.getStatus();
		if (status == BatchStatus.UNKNOWN) {
			LOG.error("run {} ended with its job unknown: {}", run.number(), execution.getAllFailureExceptions());
			throw unsettled(run, execution);
		}
		var state = status == BatchStatus.COMPLETED ? State.DONE : status == BatchStatus.STOPPED ? State.STOPPED : State.FAILED;
		this.log.end(run.number(), this.here.id(), state);
		LOG.info("run ended: {}", state.word());
		if (status == BatchStatus.FAILED) {
			demandDealt(execution);
		}
	}

	/// What kept packs from being dealt out at all, such as a broker that is not there, is on no pack's record.
	private static void demandDealt(JobExecution execution) {
		execution.getAllFailureExceptions().stream().filter(PackProblem.class::isInstance).map(PackProblem.class::cast).findFirst().ifPresent(problem -> {
			throw problem;
		});
	}

	private static RuntimeException unsettled(PackRun run, JobExecution execution) {
		var why = execution.getAllFailureExceptions().stream().flatMap(fault -> Trouble.of(fault).stream()).findFirst().map(Trouble::words).orElse("its books could not be kept");
		return new PackProblem(PackProblem.Kind.BUSY,
				"Run %d stands still: %s Once that is mended, ./packhorse recover goes on with it.".formatted(run.number(), why));
	}

	/// Tells the runs of commands that this process watches over to end with what is in the making; gives how many there are.
	int stop() {
		return atWork() == 0 ? 0 : this.log.stop(this.here.id());
	}

	/// How many runs this process watches over now.
	int atWork() {
		this.lock.lock();
		try {
			return this.atWork;
		}
		finally {
			this.lock.unlock();
		}
	}

	/// Waits until this process watches over no run any more; false when that takes too long.
	boolean awaitEnd(Duration patience) throws InterruptedException {
		long left = patience.toNanos();
		this.lock.lock();
		try {
			while (this.atWork > 0 && left > 0) {
				left = this.fewer.awaitNanos(left);
			}
			return this.atWork == 0;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void count(int more) {
		this.lock.lock();
		try {
			this.atWork += more;
			this.fewer.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

}
