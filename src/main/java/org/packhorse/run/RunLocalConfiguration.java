package org.packhorse.run;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.support.TaskExecutorAdapter;

/// How partitions are made: by threads of this process, or, for a run that was begun for workers, by those.
@Configuration
class RunLocalConfiguration {

	/// The handler that sends partitions to workers; there is one where `packhorse.workers` is `remote`.
	static final String REMOTE = "remotePartitions";

	@Bean
	PartitionHandler partitions(@Qualifier("localPartitions") PartitionHandler local, @Qualifier(REMOTE) ObjectProvider<PartitionHandler> remote, Workplace workplace,
			RunLog log) {
		return (splitter, deal) -> {
			var run = log.find(PackRunJob.run(deal.getJobParameters())).orElseThrow();
			workplace.demandCanMake(run);
			return (run.remote() ? remote.getObject() : local).handle(splitter, deal);
		};
	}

	/// A run has threads of its own, so that a short one does not wait for a long one. Making packs is work for processors and the
	/// threads are few, so they are the machine's own.
	@Bean
	PartitionHandler localPartitions(@Qualifier(PackRunJob.MAKE) Step make, Workplace workplace) {
		return (splitter, deal) -> {
			int threads = workplace.threads();
			var number = new AtomicInteger();
			try (var pool = Executors.newFixedThreadPool(threads, work -> Thread.ofPlatform().name("packs-" + number.incrementAndGet()).unstarted(work))) {
				var handler = new TaskExecutorPartitionHandler();
				handler.setStep(make);
				handler.setTaskExecutor(new TaskExecutorAdapter(pool));
				handler.setGridSize(threads);
				return handler.handle(splitter, deal);
			}
		};
	}

}
