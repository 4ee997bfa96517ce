package org.packhorse.run;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Assessed;
import org.packhorse.pack.Assessor;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/// Reads the facts of a frozen snapshot, from where an interrupted step stopped.
class SnapshotReader extends AbstractItemCountingItemStreamItemReader<Assessor.Fact> {

	private final Assessor assessor;

	private List<Assessor.Fact> facts = List.of();

	private int next;

	SnapshotReader(Assessor assessor) {
		this.assessor = assessor;
		setName("snapshot");
	}

	/// Rates one fact by the snapshot's own rules.
	Assessed assess(Assessor.Fact fact) {
		return this.assessor.assess(fact);
	}

	@Override
	protected void doOpen() {
		this.facts = this.assessor.facts();
		this.next = 0;
	}

	@Override
	protected Assessor.@Nullable Fact doRead() {
		return this.next < this.facts.size() ? this.facts.get(this.next++) : null;
	}

	@Override
	protected void doClose() {
		this.facts = List.of();
	}

}
