package org.packhorse.run;

import java.util.List;
import java.util.Optional;

import org.packhorse.pack.Processes;
import org.packhorse.run.PackRun.Item;
import org.packhorse.run.PackRun.ItemState;
import org.packhorse.run.PackRun.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/// Makes the packs of one partition one after the other, here or on a worker. Each is on record as soon as it has ended, so that a
/// partition that is begun again goes on behind the last; one that fails keeps nobody from the others.
@Component
class PackStep implements Tasklet {

	private static final Logger LOG = LoggerFactory.getLogger(PackStep.class);

	private final RunLog log;

	private final ItemMaker maker;

	private final Processes here;

	private final Leaving leaving;

	PackStep(RunLog log, ItemMaker maker, Processes here, Leaving leaving) {
		this.log = log;
		this.maker = maker;
		this.here = here;
		this.leaving = leaving;
	}

	/// Some packs of the partition were not made; what kept them is on the run's record.
	static final class NotAllMade extends Exception {

		private static final long serialVersionUID = 1L;

		NotAllMade(long failed) {
			super(failed + " of the partition's packs were not made");
		}

	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws Exception {
		var step = contribution.getStepExecution();
		long run = PackRunJob.run(step.getJobParameters());
		var context = step.getExecutionContext();
		int from = context.getInt(PackPartitioner.FROM);
		int to = context.getInt(PackPartitioner.TO);
		MDC.put("run", Long.toString(run));
		try {
			if (!make(step, this.log.items(run, from, to))) {
				// Neither ended nor failed: whoever takes it next goes on behind the last pack.
				step.setStatus(BatchStatus.STOPPING);
				return RepeatStatus.FINISHED;
			}
		}
		finally {
			MDC.remove("run");
		}
		long failed = this.log.items(run, from, to).stream().filter(item -> item.state() != ItemState.DONE).count();
		contribution.incrementWriteCount(to - from + 1 - failed);
		if (failed > 0) {
			throw new NotAllMade(failed);
		}
		return RepeatStatus.FINISHED;
	}

	/// Whether all were seen to; not so when this worker was told to leave meanwhile, or another has taken the partition over.
	private boolean make(StepExecution step, List<Item> items) throws JobInterruptedException {
		var hands = new RunLog.Hands(step.getJobExecutionId(), step.getId(), this.here.id(), this.here.words());
		for (Item item : items) {
			if (this.leaving.isAsked()) {
				return false;
			}
			if (!isSeenTo(item, hands)) {
				demandWanted(step, item.run());
				if (!stands(item)) {
					return false;
				}
			}
		}
		return true;
	}

	private boolean isSeenTo(Item item, RunLog.Hands hands) {
		if (!this.log.making(item.run(), item.no(), hands)) {
			return false;
		}
		var outcome = made(item, hands);
		return outcome.isPresent() && this.log.ended(item.run(), item.no(), hands, outcome.get());
	}

	private boolean stands(Item item) {
		return this.log.items(item.run(), item.no(), item.no()).getFirst().state() == ItemState.DONE;
	}

	private Optional<Outcome> made(Item item, RunLog.Hands hands) {
		MDC.put("pack", "%s/%s/%s".formatted(item.request().authority(), item.request().pack(), item.request().asAt()));
		try {
			var outcome = this.maker.make(item, () -> !this.leaving.isAsked() && this.log.isWanted(item.run(), hands.execution()));
			outcome.ifPresent(PackStep::tell);
			return outcome;
		}
		finally {
			MDC.remove("pack");
		}
	}

	private static void tell(Outcome outcome) {
		outcome.stands().forEach(stands -> LOG.info("{} {}", stands.name(), stands.published() ? "published" : "stands"));
		if (outcome.trouble() != null) {
			LOG.info("not made: {}", outcome.trouble().words());
		}
	}

	/// Ends the partition when its run is to stop, or has been taken over.
	private void demandWanted(StepExecution step, long run) throws JobInterruptedException {
		if (!this.log.isWanted(run, step.getJobExecutionId())) {
			throw new JobInterruptedException("run %d is not to be gone on with by this execution".formatted(run));
		}
	}

}
