package org.packhorse.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.packhorse.OnEveryDatabase;
import org.packhorse.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// Which names accounts may have.
@OnEveryDatabase
class AccountsTests {

	private static final Actor KEEPER = new Actor("keeper");

	private static final Accounts.Rights READS = new Accounts.Rights(Set.of(Role.VIEWER), Clearance.PUBLIC, List.of());

	private final TestDatabase database;

	private final Accounts accounts;

	AccountsTests(TestDatabase database) {
		this.database = database;
		this.accounts = database.bean(Accounts.class);
	}

	@Test
	void nameThatGrowsBeyondItsRoomIsAFault() {
		assertThat(this.accounts.fault("İ".repeat(60))).contains("Name must be shorter: some of its letters take the room of two");
		assertThat(this.accounts.fault("İ".repeat(50))).isEmpty();
		assertThat(this.accounts.fault("\u0958".repeat(60))).as("composed to two signs").isPresent();
	}

	@Test
	void nameThatIsTakenIsAFaultWhateverItsCase() {
		this.database.sql().sql("DELETE FROM accounts").update();
		assertThat(this.accounts.make("Anna", READS, null, KEEPER)).isPresent();
		assertThat(this.accounts.fault(" ANNA ")).contains("There is an account of this name already");
		assertThat(this.accounts.fault("Annabel")).isEmpty();
	}

	@Test
	void oneOfThoseWhoTakeANameAtOnceGetsIt() throws Exception {
		this.database.sql().sql("DELETE FROM accounts").update();
		var start = new CyclicBarrier(4);
		Callable<Optional<Account>> making = () -> {
			start.await();
			return this.accounts.make("Same", READS, null, KEEPER);
		};
		try (var all = Executors.newFixedThreadPool(4)) {
			var made = all.invokeAll(List.of(making, making, making, making));
			long there = 0;
			for (var each : made) {
				there += each.get().isPresent() ? 1 : 0;
			}
			assertThat(there).isEqualTo(1);
		}
	}

}
