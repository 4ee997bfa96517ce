package org.packhorse.run;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/// The job of one run: its packs are dealt out in partitions, which are made here or on workers.
///
/// Its one parameter is the run's number; who asked, and for what, stands in the tables of [RunLog]. A job that is started again
/// makes the partitions that had not ended well, and of these the packs that do not stand.
@Configuration
class PackRunJob {

	/// The step of one partition, by which workers know it too.
	static final String MAKE = "make";

	private static final String RUN = "run";

	static JobParameters parameters(long run) {
		return new JobParametersBuilder().addLong(RUN, run).toJobParameters();
	}

	static long run(JobParameters parameters) {
		return Objects.requireNonNull(parameters.getLong(RUN));
	}

	@Bean
	Job makePacks(JobRepository repository, @Qualifier("deal") Step deal, RunLog log) {
		return new JobBuilder("makePacks", repository).listener(new JobExecutionListener() {

			@Override
			public void beforeJob(JobExecution execution) {
				log.begun(run(execution.getJobParameters()), execution.getId());
			}

		}).start(deal).build();
	}

	@Bean
	Step deal(JobRepository repository, RunLog log, @Qualifier("partitions") PartitionHandler partitions) {
		return new StepBuilder("deal", repository).partitioner(MAKE, _ -> Map.of()).splitter(new Dealing(repository, log)).partitionHandler(partitions).build();
	}

	/// Batch's own splitting, which finds the partitions of an earlier execution again, for as many packs as the run has.
	private record Dealing(JobRepository repository, RunLog log) implements StepExecutionSplitter {

		@Override
		public String getStepName() {
			return MAKE;
		}

		@Override
		public Set<StepExecution> split(StepExecution deal, int gridSize) throws JobExecutionException {
			var packs = this.log.find(run(deal.getJobParameters())).orElseThrow().packs();
			return new SimpleStepExecutionSplitter(this.repository, MAKE, new PackPartitioner(packs)).split(deal, gridSize);
		}

	}

	/// Packs commit by themselves, each before its folder stands: the step's own books are kept beside that.
	@Bean
	Step make(JobRepository repository, PackStep packs, PlatformTransactionManager transactions) {
		return new StepBuilder(MAKE, repository).tasklet(packs, transactions)
			.transactionAttribute(new OutsideTransactions())
			.build();
	}

	/// Every exception ends the step, checked ones too: the usual attribute would let these pass, and Batch begin the step again for ever.
	private static final class OutsideTransactions extends DefaultTransactionAttribute {

		private static final long serialVersionUID = 1L;

		OutsideTransactions() {
			super(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
		}

		@Override
		public boolean rollbackOn(Throwable fault) {
			return true;
		}

	}

}
