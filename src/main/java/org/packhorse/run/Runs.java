package org.packhorse.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.packhorse.access.Actors;
import org.packhorse.access.AuditTrail;
import org.packhorse.pack.Edition;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Processes;
import org.packhorse.pack.Software;
import org.packhorse.run.PackRun.Origin;
import org.packhorse.run.PackRun.Stands;
import org.packhorse.run.PackRun.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes packs: each question is a run, each run a job that is watched over by the process that began it, whoever makes its packs.
@Service
public class Runs {

	private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

	private static final String BOOKS = "its books could not be kept.";

	private final RunLog log;

	private final JobOperator operator;

	private final Job makePacks;

	private final Workplace workplace;

	private final WayToWorkers way;

	private final Processes here;

	private final Actors actors;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	/// How many runs this process watches over; whoever stops it waits here.
	private final Lock lock = new ReentrantLock();

	private final Condition fewer = this.lock.newCondition();

	private int atWork;

	private final Set<Long> own = ConcurrentHashMap.newKeySet();

	private final AtomicInteger beginning = new AtomicInteger();

	private volatile boolean leaving;

	Runs(RunLog log, JobOperator operator, Job makePacks, Workplace workplace, WayToWorkers way, Processes here, Actors actors, AuditTrail audit,
			PlatformTransactionManager transactions) {
		this.log = log;
		this.operator = operator;
		this.makePacks = makePacks;
		this.workplace = workplace;
		this.way = way;
		this.here = here;
		this.actors = actors;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/// Makes the packs that a person or a script asks for, here or on workers as the settings say, and returns when all have ended. Where
	/// settings are at fault or workers cannot be reached, there is no run.
	public PackRun make(List<PackRequest> requests, RunWatch watch) {
		boolean remote = this.workplace.isRemote();
		if (remote) {
			this.way.demand();
		}
		else {
			this.workplace.demandThreads();
		}
		return make(RunOrder.of(requests, Origin.COMMAND, remote), watch);
	}

	/// Makes the packs of a schedule's fire.
	PackRun makeScheduled(List<PackRequest> requests, RunWatch watch) {
		return make(RunOrder.of(requests, Origin.SCHEDULE, false), watch);
	}

	/// Makes the final of a draft that its posts have cleared, in this process; the final is recorded as the act of whoever cleared it last.
	Stands makeFinal(Edition draft, Consumer<String> told) {
		var order = RunOrder.ofFinal(draft);
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
		return counted(() -> {
			this.here.register();
			return begin(begun(order), watch);
		});
	}

	/// Between its record and its watch it must not look like one that this process has lost.
	private PackRun begun(RunOrder order) {
		this.beginning.incrementAndGet();
		try {
			var run = this.log.begin(order, this.actors.current().name(), Software.current(), this.here.id());
			this.own.add(run.number());
			return run;
		}
		finally {
			this.beginning.decrementAndGet();
		}
	}

	/// Goes on with a run that has ended without all of its packs, or makes again those that failed.
	PackRun goOn(PackRun run, JobExecution last, RunWatch watch) {
		return counted(() -> watchedOver(run, watch, () -> this.operator.restart(last)));
	}

	/// Begins the job of a run; of one that died before it had one, too.
	PackRun begin(PackRun run, RunWatch watch) {
		return counted(() -> watchedOver(run, watch, () -> this.operator.start(this.makePacks, PackRunJob.parameters(run.number()))));
	}

	/// A job that has been begun, or one to go on with.
	private interface Work {

		JobExecution go() throws JobExecutionException;

	}

	/// Whatever keeps a run from its end, it is let go, so that others see that nobody watches over it.
	private PackRun watchedOver(PackRun run, RunWatch watch, Work work) {
		this.own.add(run.number());
		boolean ended = false;
		try (var _ = MDC.putCloseable("run", Long.toString(run.number())); var _ = new RunEyes(this.log, run, watch)) {
			LOG.info("run begun: {}", run.question());
			watch.begun(run);
			stopIfAsked();
			end(run, work.go(), watch);
			ended = true;
		}
		catch (JobExecutionException ex) {
			throw new IllegalStateException("the job of run %d cannot go on".formatted(run.number()), ex);
		}
		finally {
			this.own.remove(run.number());
			if (!ended) {
				letGo(run);
			}
		}
		return this.log.find(run.number()).orElseThrow();
	}

	/// A run that was taken over and needed no more than its end, or cannot be gone on with.
	void forget(PackRun run) {
		this.own.remove(run.number());
	}

	/// Nobody watches over a run any more that this process had.
	void letGo(PackRun run) {
		try {
			this.log.letGo(run.number(), this.here.id());
		}
		catch (DataAccessException | TransactionException ex) {
			LOG.warn("run {} cannot be let go: {}", run.number(), ex.getMessage());
		}
	}

	/// Whether this process is at work on a run that it holds, or may be about to.
	boolean isWatching(long run) {
		return this.own.contains(run) || this.beginning.get() > 0;
	}

	/// Takes over a run that nobody watches over: false when another process is quicker.
	boolean takeOver(PackRun run) {
		return takeOver(run, () -> this.log.takeOver(run, Software.current(), this.here.id()));
	}

	/// The same, because somebody asked for what is missing of it.
	boolean takeOverAgain(PackRun run) {
		return takeOver(run, () -> inTrail("made again", run.number(), () -> this.log.takeOver(run, Software.current(), this.here.id())));
	}

	private boolean takeOver(PackRun run, BooleanSupplier taking) {
		this.here.register();
		this.own.add(run.number());
		boolean taken = false;
		try {
			taken = taking.getAsBoolean();
			return taken;
		}
		finally {
			if (!taken) {
				this.own.remove(run.number());
			}
		}
	}

	/// A job whose own books could not be kept (the database went away) stays as it is, for [Recovery]. One that failed before all packs
	/// were tried can be gone on with like one that was stopped.
	private void end(PackRun run, JobExecution execution, RunWatch watch) {
		var status = execution.getStatus();
		if (status == BatchStatus.UNKNOWN) {
			LOG.error("run {} ended with its job unknown: {}", run.number(), execution.getAllFailureExceptions());
			throw unsettled(run, execution);
		}
		var now = this.log.find(run.number()).orElseThrow();
		boolean tried = now.made() + now.failed() == now.packs();
		var state = status == BatchStatus.COMPLETED ? State.DONE : tried ? State.FAILED : State.STOPPED;
		this.log.end(run.number(), this.here.id(), state);
		LOG.info("run ended: {}", state.word());
		if (status == BatchStatus.FAILED && !tried) {
			faults(execution).forEach(watch::told);
			demandDealt(execution);
		}
	}

	/// What ended partitions before their packs were tried is on no pack's record.
	private static List<String> faults(JobExecution execution) {
		return execution.getStepExecutions()
			.stream()
			.flatMap(step -> step.getFailureExceptions().stream())
			.flatMap(fault -> Trouble.of(fault).stream())
			.filter(trouble -> trouble.kind() != PackProblem.Kind.BUSY || trouble.mayPass())
			.map(Trouble::words)
			.distinct()
			.toList();
	}

	/// What kept packs from being dealt out at all, such as a broker that is not there, is on no pack's record either.
	private static void demandDealt(JobExecution execution) {
		execution.getAllFailureExceptions().stream().filter(PackProblem.class::isInstance).map(PackProblem.class::cast).findFirst().ifPresent(problem -> {
			throw problem;
		});
	}

	private static RuntimeException unsettled(PackRun run, JobExecution execution) {
		var why = execution.getAllFailureExceptions().stream().flatMap(fault -> Trouble.of(fault).stream()).findFirst();
		return new PackProblem(PackProblem.Kind.BUSY,
				"Run %d stands still: %s Once that is mended, ./packhorse recover goes on with it.".formatted(run.number(), why.map(Trouble::words).orElse(BOOKS)),
				"Run %d stands still: %s It is gone on with once that is mended.".formatted(run.number(), why.map(Trouble::forPages).orElse(BOOKS)));
	}

	/// Tells one run that a person began to end with what is in the making, whichever process watches over it; false when it is not at work.
	public boolean stop(long run) {
		return inTrail("stopped", run, () -> this.log.stop(run));
	}

	/// What somebody did to a run, and that they did: both are kept or neither.
	private boolean inTrail(String action, long run, BooleanSupplier deed) {
		return this.transaction.execute(_ -> {
			boolean done = deed.getAsBoolean();
			if (done) {
				this.audit.record(this.actors.current(), action, "run " + run, Map.of());
			}
			return done;
		});
	}

	/// Tells the runs of commands that this process watches over to end with what is in the making; gives how many there are.
	int stop() {
		return atWork() == 0 ? 0 : this.log.stop(this.here.id());
	}

	/// The same for good: also for runs that are being begun just now.
	int leave() {
		this.leaving = true;
		return stop();
	}

	private void stopIfAsked() {
		if (this.leaving) {
			this.log.stop(this.here.id());
		}
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

	private PackRun counted(Supplier<PackRun> work) {
		count(1);
		try {
			return work.get();
		}
		finally {
			count(-1);
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
