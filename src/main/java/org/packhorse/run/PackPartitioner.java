package org.packhorse.run;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/// Deals the packs of a run out: a partition is some packs that follow each other, by their numbers, and nothing else travels.
///
/// Batch keeps several rows for each partition and looks at all of them again and again, so a partition of one pack would cost more than
/// the pack; each pack is on record by itself, so that nothing is lost by larger ones. Names and sizes depend on the number of packs
/// alone: a run that is taken up again, here or elsewhere, finds the same partitions.
final class PackPartitioner implements Partitioner {

	static final String FROM = "from";

	static final String TO = "to";

	/// So many that the last partitions of a run end at about the same time, on whatever number of threads.
	private static final int WISHED = 40;

	/// So few that a dead worker's partition is not long in another's hands.
	private static final int MOST_PACKS = 50;

	private final int packs;

	PackPartitioner(int packs) {
		this.packs = packs;
	}

	@Override
	public Map<String, ExecutionContext> partition(int gridSize) {
		int size = Math.clamp(Math.ceilDiv(this.packs, WISHED), 1, MOST_PACKS);
		var partitions = new LinkedHashMap<String, ExecutionContext>();
		for (int from = 1; from <= this.packs; from += size) {
			int to = Math.min(from + size - 1, this.packs);
			var context = new ExecutionContext();
			context.putInt(FROM, from);
			context.putInt(TO, to);
			partitions.put("%05d-%05d".formatted(from, to), context);
		}
		return partitions;
	}

}
