package org.packhorse.console;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.access.AuditSearch;
import org.packhorse.access.AuditTrail;
import org.packhorse.access.Clearance;
import org.packhorse.access.Reach;
import org.packhorse.delivery.Delivery;
import org.packhorse.delivery.LedgerPages;
import org.packhorse.delivery.LedgerSearch;
import org.packhorse.pack.EditionSearch;
import org.packhorse.pack.Shelf;

/// What a page of each long list costs with 10,000 editions, 100,000 messages and 100,000 entries of the audit trail, on each database.
///
/// `-Dpackhorse.test.databases=h2` leaves the others out.
public final class PagingBenchmark {

	private static final int ROUNDS = 21;

	private static final Reach MEMBER = new Reach(List.of(), Clearance.MEMBERS, Clearance.MEMBERS);

	private static final Reach ONE_COUNCIL = new Reach(List.of(ManyEditions.council(4)), Clearance.PUBLIC, Clearance.PUBLIC);

	private static final EditionSearch BOARD = new EditionSearch(ManyEditions.council(8), "many-board", LocalDate.of(2020, 6, 1), LocalDate.of(2021, 6, 30), false, null);

	private final PrintStream out;

	private final TestDatabase database;

	private PagingBenchmark(PrintStream out, TestDatabase database) {
		this.out = out;
		this.database = database;
	}

	/// Measures.
	public static void main(String[] words) throws Exception {
		for (TestDatabase database : TestDatabases.all().toList()) {
			try (database) {
				var out = System.out;
				out.println(database);
				ManyEditions.add(database.dataSource(), 10_000, 100_000, 100_000);
				var benchmark = new PagingBenchmark(out, database);
				benchmark.editions();
				benchmark.deliveries();
				benchmark.audit();
			}
		}
		System.exit(0);
	}

	private void editions() {
		var shelf = this.database.bean(Shelf.class);
		measure("editions, all", () -> shelf.page(EditionSearch.ALL, Reach.EVERYTHING, 1));
		measure("editions, last page", () -> shelf.page(EditionSearch.ALL, Reach.EVERYTHING, 1_000));
		measure("editions, members", () -> shelf.page(EditionSearch.ALL, MEMBER, 1));
		measure("editions, members, page 90", () -> shelf.page(EditionSearch.ALL, MEMBER, 90));
		measure("editions, public of one council", () -> shelf.page(EditionSearch.ALL, ONE_COUNCIL, 1));
		measure("editions, by council, pack and day", () -> shelf.page(BOARD, MEMBER, 1));
		measure("editions, by words", () -> shelf.page(new EditionSearch(null, null, null, null, null, "BOARD/2020-03"), MEMBER, 1));
		measure("editions, words that none has", () -> shelf.page(new EditionSearch(null, null, null, null, null, "nowhere"), MEMBER, 1));
		measure("councils and packs", () -> shelf.shelved(MEMBER));
		measure("one edition", () -> shelf.find(ManyEditions.name(5_000), MEMBER));
	}

	private void deliveries() {
		var pages = this.database.bean(LedgerPages.class);
		measure("deliveries, all", () -> pages.look(LedgerSearch.ALL, Reach.EVERYTHING, 1));
		measure("deliveries, page 1000", () -> pages.look(LedgerSearch.ALL, Reach.EVERYTHING, 1_000));
		measure("deliveries, members", () -> pages.look(LedgerSearch.ALL, MEMBER, 1));
		measure("deliveries, public of one council", () -> pages.look(LedgerSearch.ALL, ONE_COUNCIL, 1));
		measure("deliveries, doubtful", () -> pages.look(new LedgerSearch(Delivery.State.DOUBTFUL, null, null), MEMBER, 1));
		measure("deliveries, accepted, page 900", () -> pages.look(new LedgerSearch(Delivery.State.ACCEPTED, null, null), MEMBER, 900));
		measure("deliveries, of an edition", () -> pages.look(new LedgerSearch(null, ManyEditions.name(5_000), null), MEMBER, 1));
		measure("deliveries, of a council", () -> pages.look(new LedgerSearch(null, null, ManyEditions.council(8)), MEMBER, 1));
		measure("deliveries, counts", () -> pages.counts(LedgerSearch.ALL, Reach.EVERYTHING));
		measure("deliveries, counts for members", () -> pages.counts(LedgerSearch.ALL, MEMBER));
	}

	private void audit() {
		var trail = this.database.bean(AuditTrail.class);
		measure("audit, all", () -> trail.page(AuditSearch.ALL, 1));
		measure("audit, page 2000", () -> trail.page(AuditSearch.ALL, 2_000));
		measure("audit, of an edition", () -> trail.page(new AuditSearch(ManyEditions.name(5_000), null, null, null, null), 1));
		measure("audit, of a pack", () -> trail.page(new AuditSearch(ManyEditions.council(8) + "/many-board", null, null, null, null), 1));
		measure("audit, of a council", () -> trail.page(new AuditSearch(null, null, null, null, null, ManyEditions.council(8)), 1));
		measure("audit, by somebody", () -> trail.page(new AuditSearch(null, "officer7", null, null, null), 1));
		measure("audit, of a kind", () -> trail.page(new AuditSearch(null, null, "published", null, null), 1));
		measure("audit, of a day long ago", () -> trail.page(new AuditSearch(null, null, null, Instant.parse("2024-01-02T00:00:00Z"), Instant.parse("2024-01-03T00:00:00Z")), 1));
		measure("audit, all but a day", () -> trail.page(new AuditSearch(null, null, null, Instant.parse("2024-01-02T00:00:00Z"), null), 1));
		measure("audit, actions", trail::actions);
	}

	private void measure(String what, Runnable work) {
		var times = new long[ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			forgetResults();
			long begun = System.nanoTime();
			work.run();
			times[i] = System.nanoTime() - begun;
		}
		long first = times[0];
		Arrays.sort(times);
		this.out.printf("  %-40s %6.1f ms at the median, %6.1f the slowest, %6.1f the first%n", what, millis(times[ROUNDS / 2]), millis(times[ROUNDS - 1]), millis(first));
	}

	/// H2 gives the result of the last query again as long as nothing has changed.
	private void forgetResults() {
		var sql = this.database.sql();
		sql.sql("UPDATE editions SET erratum = NULL WHERE id = 1").update();
		sql.sql("UPDATE deliveries SET reason = '' WHERE id = 1").update();
		sql.sql("UPDATE audit SET action = action WHERE seq = 1").update();
	}

	private static double millis(long nanos) {
		return nanos / 1e6;
	}

}
