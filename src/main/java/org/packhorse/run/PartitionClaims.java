package org.packhorse.run;

import org.packhorse.pack.Processes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who makes which partition: one worker at a time, for two would move the same books under each other's hands.
@Repository
class PartitionClaims {

	private final JdbcClient jdbc;

	private final Processes processes;

	PartitionClaims(JdbcClient jdbc, Processes processes) {
		this.jdbc = jdbc;
		this.processes = processes;
	}

	/// Takes a partition that nobody has, or that is in the hands of a process that is no more at work: false when somebody is at it.
	boolean take(long execution) {
		var holder = this.jdbc.sql("SELECT holder FROM partition_claims WHERE execution = ?").param(execution).query(String.class).optional();
		if (holder.isEmpty()) {
			return this.jdbc.sql("INSERT IGNORE INTO partition_claims (execution, holder) VALUES (?, ?)").params(execution, this.processes.id()).update() == 1;
		}
		return !this.processes.isAlive(holder.get()) && this.jdbc.sql("UPDATE partition_claims SET holder = ? WHERE execution = ? AND holder = ?")
			.params(this.processes.id(), execution, holder.get())
			.update() == 1;
	}

	/// Lets it go; nothing, where another process has taken it meanwhile.
	void release(long execution) {
		this.jdbc.sql("DELETE FROM partition_claims WHERE execution = ? AND holder = ?").params(execution, this.processes.id()).update();
	}

}
