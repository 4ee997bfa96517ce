package org.packhorse.pack;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.packhorse.OnEveryDatabase;
import org.packhorse.TestDatabase;
import org.packhorse.TestHome;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// How a process shows in the database that it is at work.
@OnEveryDatabase
class PresenceTests {

	private final TestDatabase database;

	PresenceTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void startAtHome(TestDatabase database) {
		database.home(TestHome.small("presence", Map.of()));
	}

	@Test
	void whatLocksNothingIsNotPutDown() {
		try (var other = new OtherMaker(this.database)) {
			assertThat(processes().isAlive(other.processes().id())).isFalse();
			assertThat(rows()).isZero();
		}
	}

	@Test
	void processIsSeenWithWhatItDoesUntilItLeaves() {
		try (var other = new OtherMaker(this.database)) {
			other.processes().register("worker");
			assertThat(processes().all()).singleElement().satisfies(process -> {
				assertThat(process.id()).isEqualTo(other.processes().id());
				assertThat(process.role()).isEqualTo("worker");
				assertThat(process.host()).isEqualTo(Machine.host());
				assertThat(process.pid()).isEqualTo(ProcessHandle.current().pid());
				assertThat(process.software()).isEqualTo(Software.current());
			});
			other.processes().register("manager");
			assertThat(processes().all()).extracting(AtWork::role).containsExactly("manager");
		}
		assertThat(processes().all()).isEmpty();
		assertThat(rows()).isZero();
	}

	@Test
	void connectionThatWasLostIsTakenAnewByTheNextSignOfLife() {
		try (var other = new OtherMaker(this.database)) {
			other.processes().register();
			other.die();
			assertThat(processes().all()).as("swept").isEmpty();
			other.processes().showUp();
			assertThat(processes().all()).extracting(AtWork::id).containsExactly(other.processes().id());
			assertThat(processes().isAlive(other.processes().id())).isTrue();
		}
		assertThat(rows()).isZero();
	}

	@Test
	void leaseThatNobodyCanKeepIsRefused() {
		assertThatExceptionOfType(PackProblem.class)
			.isThrownBy(() -> new Processes(this.database.dataSource(), this.database.bean(PlatformTransactionManager.class), Duration.ofMillis(1)))
			.withMessage("packhorse.lease is PT0.001S; a process must be allowed 2 s of silence at least.");
	}

	private Processes processes() {
		return this.database.bean(Processes.class);
	}

	private int rows() {
		return this.database.sql().sql("SELECT (SELECT COUNT(*) FROM processes) + (SELECT COUNT(*) FROM process_locks)").query(Integer.class).single();
	}

}
