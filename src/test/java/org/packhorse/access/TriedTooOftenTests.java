package org.packhorse.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/// What could not be written down is not taken for written.
class TriedTooOftenTests {

	private final AtomicInteger begun = new AtomicInteger();

	/// A database that is away.
	private final PlatformTransactionManager away = new PlatformTransactionManager() {

		@Override
		public TransactionStatus getTransaction(TransactionDefinition definition) {
			TriedTooOftenTests.this.begun.incrementAndGet();
			throw new CannotCreateTransactionException("the database is away");
		}

		@Override
		public void commit(TransactionStatus status) {
			throw new IllegalStateException("nothing was begun");
		}

		@Override
		public void rollback(TransactionStatus status) {
			throw new IllegalStateException("nothing was begun");
		}

	};

	@Test
	void whatCouldNotBeWrittenIsTriedAgain() {
		var clock = Clock.fixed(Instant.parse("2021-07-01T09:00:00Z"), ZoneOffset.UTC);
		var tried = new TriedTooOften(new AuditTrail(null, null, this.away, clock), this.away, clock);
		tried.write("account keeper", "browsers that the account has not used");
		tried.write("account keeper", "browsers that the account has not used");
		assertThat(this.begun).hasValue(2);
	}

}
