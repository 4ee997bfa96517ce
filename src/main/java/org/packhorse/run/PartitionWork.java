package org.packhorse.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;

/// Makes the packs of a partition that a message names. The books alone say whether it is still to be made: a message may come twice, late,
/// or again after its partition has ended.
@Component
class PartitionWork {

	private static final Logger LOG = LoggerFactory.getLogger(PartitionWork.class);

	private static final Duration WAIT = Duration.ofMillis(500);

	private final JobRepository repository;

	private final Step make;

	private final SameGround ground;

	private final PartitionClaims claims;

	private final Leaving leaving;

	private volatile long known = -1;

	PartitionWork(JobRepository repository, @Qualifier(PackRunJob.MAKE) Step make, SameGround ground, PartitionClaims claims, Leaving leaving) {
		this.repository = repository;
		this.make = make;
		this.ground = ground;
		this.claims = claims;
		this.leaving = leaving;
	}

	/// Whether the partition is at its end; if not, it is to be handed to another worker. One that somebody else has in hand is waited for.
	boolean make(PartitionMessage message) {
		while (!isEnded(message)) {
			if (this.leaving.isAsked()) {
				return false;
			}
			if (this.claims.take(message.execution())) {
				try {
					return isEnded(message) || isMade(message);
				}
				finally {
					this.claims.release(message.execution());
				}
			}
			LockSupport.parkNanos(WAIT.toNanos());
		}
		this.claims.forget(message.execution());
		return true;
	}

	private boolean isEnded(PartitionMessage message) {
		var step = step(message);
		boolean ended = !step.getStatus().isRunning() || !step.getJobExecution().getStatus().isRunning();
		if (ended) {
			LOG.debug("partition {} has ended already ({})", message.execution(), step.getStatus());
		}
		return ended;
	}

	private StepExecution step(PartitionMessage message) {
		try {
			var step = this.repository.getStepExecution(message.execution());
			if (step != null && step.getJobExecutionId() == message.job()) {
				return step;
			}
		}
		catch (EmptyResultDataAccessException ex) {
			// Said below.
		}
		throw new IllegalArgumentException("partition %d of job %d is not in this database".formatted(message.execution(), message.job()));
	}

	private boolean isMade(PartitionMessage message) {
		demandSameGround(PackRunJob.run(step(message).getJobParameters()), message.job());
		var status = made(message).getStatus();
		if (status == BatchStatus.UNKNOWN) {
			throw new IllegalStateException("the books of partition %d could not be kept".formatted(message.execution()));
		}
		return !status.isRunning();
	}

	/// Looked at once for each execution of a run.
	private void demandSameGround(long run, long execution) {
		if (this.known != execution) {
			this.ground.demand(run, execution);
			this.known = execution;
		}
	}

	private StepExecution made(PartitionMessage message) {
		var handler = new StepExecutionRequestHandler();
		handler.setJobRepository(this.repository);
		handler.setStepLocator(name -> name.equals(PackRunJob.MAKE) ? this.make : null);
		return handler.handle(new StepExecutionRequest(message.step(), message.execution()));
	}

}
