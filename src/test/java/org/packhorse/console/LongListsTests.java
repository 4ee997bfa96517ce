package org.packhorse.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.packhorse.OnEveryDatabase;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestHome;
import org.packhorse.access.Actor;
import org.packhorse.access.AuditEntry;
import org.packhorse.access.AuditSearch;
import org.packhorse.access.AuditTrail;
import org.packhorse.access.AuditVerification;
import org.packhorse.access.Clearance;
import org.packhorse.access.Reach;
import org.packhorse.authority.Page;
import org.packhorse.delivery.Delivery;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.delivery.LedgerPages;
import org.packhorse.delivery.LedgerSearch;
import org.packhorse.delivery.OlderDeliveries;
import org.packhorse.pack.EditionSearch;
import org.packhorse.pack.Shelf;
import org.packhorse.pack.Standing;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Long lists come a page at a time, and what somebody may not know of is not in them: neither listed nor counted nor found.
@OnEveryDatabase
class LongListsTests {

	private static final int EDITIONS = 800;

	private static final Reach MEMBER = new Reach(List.of(), Clearance.MEMBERS, Clearance.MEMBERS);

	private static Path home;

	private final TestDatabase database;

	LongListsTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void fill(TestDatabase database) throws SQLException {
		home = TestHome.fresh("lists");
		var templates = home.resolve("report-templates");
		TestHome.copy(templates.resolve("_starter"), templates.resolve("small"));
		TestHome.write(templates.resolve("small/pack.yml"), "title: Small pack\naudience: members\nformats: [html]\n");
		database.home(home);
		ManyEditions.add(database.dataSource(), EDITIONS, 2_000, 120);
	}

	private Page<Standing> page(EditionSearch search, Reach reach, int number) {
		return this.database.bean(Shelf.class).page(search, reach, number);
	}

	private static List<String> names(Page<Standing> page) {
		return page.items().stream().map(standing -> standing.edition().name()).toList();
	}

	@Test
	void editionsComeFiftyAtATimeAndTheNewestFirst() {
		var first = page(EditionSearch.ALL, Reach.EVERYTHING, 1);
		assertThat(first.total()).isEqualTo(EDITIONS);
		assertThat(first.pages()).isEqualTo(16);
		assertThat(names(first)).isEqualTo(IntStream.range(0, 50).mapToObj(i -> ManyEditions.name(EDITIONS - 1 - i)).toList());
		assertThat(names(page(EditionSearch.ALL, Reach.EVERYTHING, 99))).as("there is no page 99").endsWith(ManyEditions.name(0));
	}

	@Test
	void editionsAreFoundByWhatSomebodyRemembers() {
		assertThat(names(page(new EditionSearch("X99000102", "many-board", LocalDate.of(2020, 2, 1), LocalDate.of(2020, 2, 29), false, null), MEMBER, 1)))
			.containsExactly("X99000102/many-board/2020-02-29/v4", "X99000102/many-board/2020-02-29/v2");
		assertThat(page(new EditionSearch(null, null, null, null, null, " BOARD/2020-01 "), MEMBER, 1).total()).isEqualTo(80);
		assertThat(page(new EditionSearch(null, null, null, null, null, "b%d"), MEMBER, 1).total()).as("no wildcards").isZero();
	}

	@Test
	void whatIsBeyondSomebodysReachIsNotThere() {
		var shelf = this.database.bean(Shelf.class);
		var restricted = IntStream.range(0, EDITIONS).mapToObj(ManyEditions::name).filter(name -> name.contains("restricted")).toList();
		assertThat(restricted).hasSize(160);
		assertThat(page(EditionSearch.ALL, MEMBER, 1).total()).isEqualTo(EDITIONS - 160);
		assertThat(page(new EditionSearch(null, "many-restricted", null, null, null, null), MEMBER, 1).total()).isZero();
		assertThat(shelf.find(restricted.getFirst(), MEMBER)).isEmpty();
		assertThat(shelf.find(restricted.getFirst(), Reach.EVERYTHING)).isPresent();
		assertThat(shelf.shelved(MEMBER)).extracting(Shelf.Shelved::pack).contains("many-public").doesNotContain("many-restricted");
		var neighbour = new Reach(List.of("X99000103"), Clearance.RESTRICTED, Clearance.RESTRICTED);
		assertThat(page(EditionSearch.ALL, neighbour, 1).total()).isEqualTo(EDITIONS / ManyEditions.COUNCILS);
		assertThat(shelf.shelved(neighbour)).extracting(Shelf.Shelved::council).containsOnly("Council 03");
		assertThat(page(EditionSearch.ALL, new Reach(List.of(), null, null), 1).total()).isZero();
	}

	@Test
	void packThatIsClosedTodayIsClosedInItsOlderEditionsToo() {
		var templates = home.resolve("report-templates");
		var name = IntStream.range(0, EDITIONS).mapToObj(ManyEditions::name).filter(each -> each.contains("many-public")).findFirst().orElseThrow();
		TestHome.copy(templates.resolve("small"), templates.resolve("many-public"));
		TestHome.write(templates.resolve("many-public/pack.yml"), "title: Closed since\naudience: restricted\nformats: [html]\n");
		assertThat(page(EditionSearch.ALL, MEMBER, 1).total()).isEqualTo(EDITIONS - 320);
		assertThat(this.database.bean(Shelf.class).find(name, MEMBER)).isEmpty();
		assertThat(ledger(new LedgerSearch(null, name, null), MEMBER).page().total()).isZero();
		TestHome.write(templates.resolve("many-public/pack.yml"), "title: No audience that anybody knows\naudience: friends\nformats: [html]\n");
		assertThat(this.database.bean(Shelf.class).find(name, MEMBER)).as("nobody knows whom it is for").isEmpty();
		TestHome.write(templates.resolve("many-public/pack.yml"), "title: Open again\naudience: public\nformats: [html]\n");
		assertThat(this.database.bean(Shelf.class).find(name, MEMBER)).isPresent();
		TestHome.delete(templates.resolve("many-public"));
	}

	@Test
	void eachSaysHowItStands() {
		var page = page(new EditionSearch("X99000102", "many-board", null, null, null, "2020-02"), MEMBER, 1);
		assertThat(page.items()).extracting(Standing::words)
			.containsExactly(List.of("cleared by Director of Children's Services (dana) and Chief Executive (carl)", "not posted to board"),
					List.of("cleared by Director of Children's Services (dana) and Chief Executive (carl)"),
					List.of("cleared by Director of Children's Services (dana) and Chief Executive (carl)", "not posted to board", "superseded by v4"),
					List.of("cleared by Director of Children's Services (dana) and Chief Executive (carl)", "superseded by v4"));
	}

	@Test
	void editionsFromBeforeAudiencesWereKeptAreClosedUntilTheyAreLookedUp(@TempDir Path tables) {
		SmallCouncil.files(tables).into(this.database);
		var made = Published.make(this.database, Published.request(SmallCouncil.CODE, "small", LocalDate.of(2021, 6, 30), home.resolve("out"))).edition();
		var shelf = this.database.bean(Shelf.class);
		assertThat(shelf.find(made.name(), MEMBER)).isPresent();
		this.database.sql().sql("UPDATE editions SET audience = NULL WHERE id = ?").param(made.number()).update();
		assertThat(shelf.find(made.name(), MEMBER)).isEmpty();
		this.database.bean(OlderDeliveries.class).fill();
		assertThat(shelf.find(made.name(), MEMBER)).isPresent();
		this.database.sql().sql("UPDATE editions SET audience = NULL WHERE id = ?").param(made.number()).update();
		TestHome.delete(made.path());
		this.database.bean(OlderDeliveries.class).fill();
		assertThat(shelf.find(made.name(), MEMBER)).as("by what was frozen for it").isPresent();
		this.database.sql().sql("DELETE FROM editions WHERE id = ?").param(made.number()).update();
	}

	private LedgerPages.Look ledger(LedgerSearch search, Reach reach) {
		return this.database.bean(LedgerPages.class).look(search, reach, 1);
	}

	@Test
	void ledgerBeginsWithWhatAPersonMustLookAt() {
		var look = ledger(LedgerSearch.ALL, Reach.EVERYTHING);
		assertThat(look.page().total()).isEqualTo(2_000);
		assertThat(look.counts()).containsEntry(State.DOUBTFUL, 4L).containsEntry(State.REJECTED, 8L).containsEntry(State.FAILED, 4L).containsEntry(State.PENDING, 20L)
			.containsEntry(State.ACCEPTED, 1_960L).containsEntry(State.RESENT, 0L);
		var states = look.page().items().stream().map(Delivery::state).toList();
		assertThat(states.subList(0, 4)).containsOnly(State.DOUBTFUL);
		assertThat(states.subList(4, 16)).containsOnly(State.REJECTED, State.FAILED);
		assertThat(states.subList(16, 36)).containsOnly(State.PENDING);
		assertThat(look.page().items().subList(36, 50)).isSortedAccordingTo((one, other) -> Long.compare(other.number(), one.number()));
		assertThat(look.page().items()).allSatisfy(delivery -> assertThat(delivery.tried()).hasSize(1));
		var doubtful = ledger(new LedgerSearch(State.DOUBTFUL, null, null), Reach.EVERYTHING);
		assertThat(doubtful.page().total()).isEqualTo(4);
		assertThat(doubtful.counts()).as("what else there is").containsEntry(State.ACCEPTED, 1_960L);
	}

	@Test
	void messagesWithWhatSomebodyMayNotKnowOfAreNotInTheLedger() {
		var pages = this.database.bean(LedgerPages.class);
		long restricted = this.database.sql().sql("SELECT MIN(id) FROM deliveries WHERE audience = 'restricted'").query(Long.class).single();
		assertThat(ledger(LedgerSearch.ALL, MEMBER).page().total()).isEqualTo(1_600);
		assertThat(pages.find(restricted, MEMBER)).isEmpty();
		assertThat(pages.find(restricted, Reach.EVERYTHING)).isPresent();
		assertThat(ledger(new LedgerSearch(null, null, "X99000102"), MEMBER).page().total()).isEqualTo(80);
		this.database.sql().sql("UPDATE deliveries SET kind = 'NOTICE', edition = NULL, audience = NULL WHERE id = 1").update();
		assertThat(pages.find(1, MEMBER)).as("a notice may be about anything").isEmpty();
		this.database.sql().sql("UPDATE deliveries SET kind = 'EDITION', edition = 1 WHERE id = 1").update();
		this.database.bean(OlderDeliveries.class).fill();
		assertThat(pages.find(1, MEMBER)).as("known by its edition").isPresent();
	}

	@Test
	void noticesOfACouncilAreFoundWithIt() {
		var trail = this.database.bean(AuditTrail.class);
		var keys = List.of("reminder|X99000777|2021-06-30", "sign-off|X99000777/small/2021-06-30/v1|Chief Executive", "reminder|X99000778|2021-06-30", "sign-off|X99000778/small/2021-06-30/v1|X99000777");
		var transaction = new TransactionTemplate(this.database.bean(PlatformTransactionManager.class));
		keys.forEach(key -> transaction.executeWithoutResult(_ -> trail.record(new Actor("officer"), "resolved", "delivery 1", Map.of("edition", key))));
		assertThat(trail.page(new AuditSearch(null, null, null, null, null, "X99000777"), 1).items()).extracting(AuditEntry::detail)
			.containsExactly("{\"edition\":\"%s\"}".formatted(keys.get(1)), "{\"edition\":\"%s\"}".formatted(keys.get(0)));
	}

	@Test
	void trailIsSearchedByWhatWhoWhenAndHow() {
		var trail = this.database.bean(AuditTrail.class);
		assertThat(this.database.bean(AuditVerification.class).verify().faults()).filteredOn(fault -> !fault.contains("checkpoint")).isEmpty();
		assertThat(trail.page(AuditSearch.ALL, 1).items()).hasSize(50).isSortedAccordingTo((one, other) -> Long.compare(other.seq(), one.seq()));
		assertThat(trail.page(new AuditSearch(ManyEditions.name(0), null, null, null, null), 1).items()).extracting(AuditEntry::object).isNotEmpty().containsOnly(ManyEditions.name(0));
		assertThat(trail.page(new AuditSearch("X99000101/many-public", null, null, null, null), 1).total()).isEqualTo(4);
		assertThat(trail.page(new AuditSearch("X99000101/many", null, null, null, null), 1).total()).as("no half words").isZero();
		assertThat(trail.page(new AuditSearch(null, "officer7", null, null, null), 1).items()).extracting(AuditEntry::actor).hasSize(3).containsOnly("officer7");
		var hour = new AuditSearch(null, null, "published", Instant.parse("2024-01-01T01:00:00Z"), Instant.parse("2024-01-01T02:00:00Z"));
		assertThat(trail.page(hour, 1).total()).isEqualTo(12);
		assertThat(trail.page(new AuditSearch(null, null, null, null, null, "X99000101"), 1).items()).extracting(AuditEntry::object).isNotEmpty().allMatch(object -> object.startsWith("X99000101/"));
		assertThat(trail.page(new AuditSearch(null, null, null, null, null, "X9900010"), 1).total()).as("half a code").isZero();
		assertThat(trail.actions()).contains("published", "cleared");
	}

}
