package org.packhorse.run;

import java.time.Duration;
import java.util.Set;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.MessageChannelPartitionHandler;

/// Batch's own sending of partitions, which looks at the books as often as their size allows: each look reads all of them.
final class RemotePartitions extends MessageChannelPartitionHandler {

	private static final long LOOK_PER_PARTITION_MS = 25;

	private static final long SHORTEST_MS = 250;

	private static final long LONGEST_MS = 5000;

	/// [PartitionWatch] ends a run in which nothing moves long before.
	private static final Duration END = Duration.ofDays(7);

	RemotePartitions() {
		setGridSize(1);
		setTimeout(END.toMillis());
	}

	@Override
	protected Set<StepExecution> doHandle(StepExecution deal, Set<StepExecution> partitions) throws Exception {
		setPollInterval(Math.clamp(partitions.size() * LOOK_PER_PARTITION_MS, SHORTEST_MS, LONGEST_MS));
		return super.doHandle(deal, partitions);
	}

}
