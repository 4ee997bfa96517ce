package org.packhorse.run;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.packhorse.pack.Processes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who makes which partition: one worker at a time, for two would move the same books under each other's hands.
@Repository
class PartitionClaims {

	private final JdbcClient jdbc;

	private final Processes processes;

	/// What threads of this process have in hand.
	private final Set<Long> here = ConcurrentHashMap.newKeySet();

	PartitionClaims(JdbcClient jdbc, Processes processes) {
		this.jdbc = jdbc;
		this.processes = processes;
	}

	/// Takes a partition that nobody has, or that is in the hands of a process that is no more at work: false when somebody is at it.
	/// What this process has by the table alone was left when letting it go failed: no thread of it is at work there.
	boolean take(long execution) {
		if (!this.here.add(execution)) {
			return false;
		}
		boolean taken = false;
		try {
			taken = isTaken(execution);
		}
		finally {
			if (!taken) {
				this.here.remove(execution);
			}
		}
		return taken;
	}

	private boolean isTaken(long execution) {
		var holder = holder(execution);
		if (holder.isPresent() && holder.get().equals(this.processes.id())) {
			return true;
		}
		if (holder.isEmpty()) {
			return this.jdbc.sql("INSERT IGNORE INTO partition_claims (execution, holder) VALUES (?, ?)").params(execution, this.processes.id()).update() == 1;
		}
		return !this.processes.isAlive(holder.get()) && this.jdbc.sql("UPDATE partition_claims SET holder = ? WHERE execution = ? AND holder = ?")
			.params(this.processes.id(), execution, holder.get())
			.update() == 1;
	}

	/// Lets it go; nothing, where another process has taken it meanwhile.
	void release(long execution) {
		try {
			this.jdbc.sql("DELETE FROM partition_claims WHERE execution = ? AND holder = ?").params(execution, this.processes.id()).update();
		}
		finally {
			this.here.remove(execution);
		}
	}

	/// Whether a living process is at a partition.
	boolean isInHand(long execution) {
		return holder(execution).filter(this.processes::isAlive).isPresent();
	}

	/// Forgets who had a partition that has ended.
	void forget(long execution) {
		this.jdbc.sql("DELETE FROM partition_claims WHERE execution = ?").param(execution).update();
	}

	private Optional<String> holder(long execution) {
		return this.jdbc.sql("SELECT holder FROM partition_claims WHERE execution = ?").param(execution).query(String.class).optional();
	}

}
