package org.packhorse.run;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.packhorse.pack.PackProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Keeps a run with workers from waiting for ever: partitions that no living worker has in hand end when the run is told to stop, and all
/// that are open end when no pack has ended for too long, because no worker is there or messages went astray.
final class PartitionWatch implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(PartitionWatch.class);

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

	/// After so many looks without a worker somebody is told.
	private static final int LOOKS_ALONE = 10;

	private final StepExecution deal;

	private final long run;

	private final RunLog log;

	private final JobRepository repository;

	private final Crew crew;

	private final PartitionClaims claims;

	private final Duration patience;

	private final Clock clock;

	private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> Thread.ofPlatform().name("partitions").daemon().unstarted(work));

	private int ended = -1;

	private long movedAt = System.nanoTime();

	private int alone;

	private volatile boolean gaveUp;

	PartitionWatch(StepExecution deal, RunLog log, JobRepository repository, Crew crew, PartitionClaims claims, Duration patience, Clock clock) {
		this.deal = deal;
		this.run = PackRunJob.run(deal.getJobParameters());
		this.log = log;
		this.repository = repository;
		this.crew = crew;
		this.claims = claims;
		this.patience = patience;
		this.clock = clock;
		this.looks.scheduleWithFixedDelay(this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
	}

	/// Throws when the run was given up, with the reason.
	void demandMoved() {
		if (this.gaveUp) {
			throw new PackProblem(PackProblem.Kind.BUSY, "No pack of run %d has ended for %d s: %s. ./packhorse runs restart %d makes what is missing."
				.formatted(this.run, this.patience.toSeconds(), this.crew.isThere() ? "the log of its workers may say why" : "no worker is at work, start ./packhorse worker", this.run));
		}
	}

	private void look() {
		try {
			var now = this.log.find(this.run).orElseThrow();
			if (now.state() == PackRun.State.STOPPING) {
				close(step -> !this.claims.isInHand(step.getId()), BatchStatus.STOPPED);
			}
			notice(now);
			if (System.nanoTime() - this.movedAt > this.patience.toNanos()) {
				this.gaveUp = true;
				close(_ -> true, BatchStatus.FAILED);
			}
		}
		catch (DataAccessException | TransactionException ex) {
			// The next look sees what has moved meanwhile; a database that is away is told of by the run itself.
			LOG.debug("no look at the partitions of run {}", this.run, ex);
		}
	}

	private void notice(PackRun now) {
		int all = now.made() + now.failed();
		if (all != this.ended) {
			this.ended = all;
			this.movedAt = System.nanoTime();
		}
		this.alone = this.crew.isThere() ? 0 : this.alone + 1;
		if (this.alone == LOOKS_ALONE) {
			LOG.warn("Run {} waits: no worker is at work. Start one with ./packhorse worker", this.run);
		}
	}

	/// A worker that takes such a partition up all the same finds it ended, or finds at its next entry that the books have moved.
	///
	/// @param which are closed, of those that are not ended
	private void close(Predicate<StepExecution> which, BatchStatus how) {
		for (StepExecution step : this.repository.getJobExecution(this.deal.getJobExecutionId()).getStepExecutions()) {
			if (step.getStepName().startsWith(PackRunJob.MAKE + ":") && step.getStatus().isRunning() && which.test(step)) {
				step.setStatus(how);
				step.setExitStatus(new ExitStatus(how.name()));
				step.setEndTime(LocalDateTime.now(this.clock));
				this.repository.update(step);
			}
		}
	}

	@Override
	public void close() {
		this.looks.shutdownNow();
	}

}
