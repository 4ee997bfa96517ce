package org.packhorse.run;

import java.time.Clock;
import java.time.Duration;

import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.core.MessagingTemplate;

/// How partitions reach workers on other machines: a message for each, over a broker. What came of them is read from the books that all share.
@Configuration
@ConditionalOnProperty(name = "packhorse.workers", havingValue = "remote")
class RunManagerConfiguration {

	@Bean(RunLocalConfiguration.REMOTE)
	PartitionHandler remotePartitions(WayToWorkers way, Crew crew, PartitionClaims claims, SameGround ground, RunLog log, JobRepository repository, Clock clock,
			@Value("${packhorse.run-patience:10m}") Duration patience) {
		return (splitter, deal) -> {
			var settings = way.demand();
			try (var _ = ground.mark(PackRunJob.run(deal.getJobParameters()), deal.getJobExecutionId());
					var sender = new PartitionSender(settings, deal); var watch = new PartitionWatch(deal, log, repository, crew, claims, patience, clock)) {
				var handler = new RemotePartitions();
				handler.setStepName(PackRunJob.MAKE);
				handler.setMessagingOperations(new MessagingTemplate(sender));
				handler.setJobRepository(repository);
				handler.afterPropertiesSet();
				var ended = handler.handle(splitter, deal);
				watch.demandMoved();
				return ended;
			}
		};
	}

}
