package org.packhorse.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.packhorse.OnEveryDatabase;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestHome;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Who makes a pack, when processes die, stand still and wake. The application is one process; another is played beside it.
@OnEveryDatabase
class PublishingTests {

	private static final String TAKEN_OVER = "Another process has taken over small of X99000007 as at 2021-06-30, for this one was not heard of for";

	private final TestDatabase database;

	@TempDir
	private Path folder;

	PublishingTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void startAtHome(TestDatabase database) {
		database.home(TestHome.small("publishing", Map.of("small", "title: Small pack\naudience: members\nformats: [html]\n")));
	}

	@BeforeEach
	void load() {
		this.database.clear();
		this.database.sql().sql("DELETE FROM publishing").update();
		SmallCouncil.files(this.folder.resolve("tables")).into(this.database);
	}

	@Test
	void whoIsTurnedAwayIsToldWhichRunItIs() {
		try (var other = new OtherMaker(this.database); var _ = other.publishing().lock(request(), 12)) {
			refused("Run 12 (%s, process %d) is making small of X99000007 as at 2021-06-30; try again when it has finished."
				.formatted(Machine.host(), ProcessHandle.current().pid()), () -> publishing().lock(request(), 13));
		}
	}

	@Test
	void ofSixAtOnceOneHasItAndFiveAreToldWhichRunItIs() throws Exception {
		var makers = IntStream.rangeClosed(1, 6).mapToObj(_ -> new OtherMaker(this.database)).toList();
		try (var threads = Executors.newFixedThreadPool(6)) {
			makers.forEach(maker -> maker.processes().register());
			var together = new CyclicBarrier(6);
			var tries = new ArrayList<Callable<Optional<String>>>();
			makers.forEach(maker -> tries.add(() -> {
				together.await();
				return turnedAway(maker, 1 + makers.indexOf(maker));
			}));
			var answers = threads.invokeAll(tries).stream().map(answer -> answer.resultNow()).toList();
			long has = 1 + answers.indexOf(Optional.<String>empty());
			assertThat(answers.stream().flatMap(Optional::stream)).hasSize(5).allMatch(words -> words.startsWith("Run %d (".formatted(has)));
		}
		finally {
			makers.forEach(OtherMaker::close);
		}
	}

	/// What it is told; nothing when it got the lock, and then it keeps it.
	private Optional<String> turnedAway(OtherMaker maker, long run) {
		try {
			maker.publishing().lock(request(), run);
			return Optional.empty();
		}
		catch (PackProblem ex) {
			return Optional.of(ex.getMessage());
		}
	}

	@Test
	void lockOfAKilledProcessIsFreeAtOnce() {
		var other = new OtherMaker(this.database);
		var lost = other.publishing().lock(request(), 12);
		assertThat(processes().isAlive(other.processes().id())).isTrue();
		other.die();
		try (var lock = publishing().lock(request())) {
			assertThat(lock.fence()).isGreaterThan(lost.fence());
			assertThat(processes().isAlive(other.processes().id())).isFalse();
			assertThat(processes().all()).extracting(AtWork::id).containsExactly(processes().id());
		}
	}

	@Test
	void lockOfASilentProcessIsFreeWhenItsOwnLeaseIsOver() {
		try (var other = new OtherMaker(this.database); var _ = other.publishing().lock(request())) {
			refused("Another run is making small", () -> publishing().lock(request()));
			other.fallSilent();
			assertThat(processes().isAlive(other.processes().id())).isFalse();
			publishing().lock(request()).close();
		}
	}

	@Test
	void lockThatComesBackTooLateFreesNothing() {
		try (var other = new OtherMaker(this.database)) {
			var late = other.publishing().lock(request());
			other.fallSilent();
			try (var lock = publishing().lock(request())) {
				late.close();
				lock.demandHeld();
			}
		}
	}

	@Test
	void lockThatCouldNotBeGivenBackIsTakenAgainByTheSameProcess() {
		publishing().lock(request()).close();
		this.database.sql().sql("UPDATE publishing SET holder = ?").param(processes().id()).update();
		publishing().lock(request()).close();
		try (var _ = publishing().lock(request())) {
			refused("Another run is making small", () -> publishing().lock(request()));
		}
	}

	@Test
	void lockThatCouldNotBeGivenBackIsGivenBackWithTheNextSignOfLife() {
		try (var other = new OtherMaker(this.database)) {
			var rows = new AbsentRows(this.database);
			new Publishing(rows, other.processes(), store(), this.database.bean(Home.class)).lock(request()).close();
			refused("Another run is making small", () -> publishing().lock(request()));
			rows.away = false;
			other.processes().showUp();
			publishing().lock(request()).close();
		}
	}

	/// Rows of a database that is away whenever something is given back.
	private static final class AbsentRows extends PublishingRows {

		private boolean away = true;

		AbsentRows(TestDatabase database) {
			super(database.sql(), database.bean(PlatformTransactionManager.class));
		}

		@Override
		void free(Key key, String holder, long fence) {
			if (this.away) {
				throw new TransientDataAccessResourceException("away");
			}
			super.free(key, holder, fence);
		}

	}

	@Test
	void signOfLifeThatComesAfterTheEndPutsNobodyDown() {
		var signs = new AtomicInteger();
		var presence = new Presence("one that has left", this.database.dataSource(), signs::incrementAndGet);
		presence.close();
		presence.beat();
		assertThat(signs).hasValue(0);
	}

	@Test
	void processThatStandsStillInATransactionMakesNobodyWaitWithoutAWord() {
		try (var other = new OtherMaker(this.database); var lock = other.publishing().lock(request())) {
			other.fallSilent();
			lock.holdWhile(() -> refused("process %d was making small of X99000007 as at 2021-06-30, has not been heard of since".formatted(ProcessHandle.current().pid()),
					() -> publishing().lock(request())));
		}
	}

	@Test
	void whoWakesBeforeItBeginsTakesNoNumber() {
		try (var other = new OtherMaker(this.database); var _ = other.publishing().lock(request())) {
			other.fallSilent();
			var stands = make();
			refused(TAKEN_OVER, () -> other.newEditions().begin(request()));
			standsAlone(stands);
		}
	}

	@Test
	void whoWakesBeforeItsFactsAreFrozenFreezesNothing() {
		try (var other = new OtherMaker(this.database); var _ = other.publishing().lock(request())) {
			var begun = other.newEditions().begin(request());
			other.fallSilent();
			var stands = make();
			refused(TAKEN_OVER, () -> other.maker().snapshot(begun));
			refused(TAKEN_OVER, () -> other.maker().abandon(stands));
			standsAlone(stands);
		}
	}

	@ParameterizedTest
	@EnumSource
	void whoWakesPublishesNothing(StoppingStore.Moment moment) {
		var stands = new ArrayList<Edition>();
		try (var other = new OtherMaker(this.database)) {
			other.store().stopAt(moment, () -> {
				other.fallSilent();
				stands.add(make());
			});
			refused(TAKEN_OVER, () -> other.make(request()));
		}
		standsAlone(stands.getFirst());
	}

	@Test
	void whoWakesWhileAnotherIsStillAtWorkLeavesThatOnesFilesAlone() throws IOException {
		try (var other = new OtherMaker(this.database)) {
			var late = other.publishing().lock(request());
			var begun = other.newEditions().begin(request());
			other.fallSilent();
			try (var lock = publishing().lock(request())) {
				var staged = store().stage(begun, lock.fence());
				other.store().clear(request(), late.fence());
				other.store().discard(begun, late.fence());
				assertThat(staged).isDirectory();
				store().discard(begun, lock.fence());
			}
		}
	}

	@Test
	void folderThatWasPutInPlaceByWhoDiedBeforeItsRecordIsRecordedByTheNext() {
		try (var other = new OtherMaker(this.database)) {
			var recorded = new ArrayList<Edition>();
			other.store().stopAt(StoppingStore.Moment.BETWEEN_RENAME_AND_RECORD, () -> {
				other.fallSilent();
				try (var _ = publishing().lock(request())) {
					var left = this.database.bean(Editions.class).unfinished(request()).orElseThrow();
					var maker = this.database.bean(PackMaker.class);
					recorded.add(maker.publish(left, maker.disclosed(left)));
				}
			});
			refused(TAKEN_OVER, () -> other.make(request()));
			standsAlone(recorded.getFirst());
			assertThat(recorded.getFirst().version()).isOne();
		}
	}

	@Test
	void whatWasRenderedByWhoDiedIsNotPublished() throws IOException {
		try (var other = new OtherMaker(this.database)) {
			var lost = other.publishing().lock(request());
			var begun = other.newEditions().begin(request());
			var disclosed = other.maker().disclose(other.maker().snapshot(begun));
			other.maker().render(begun, disclosed, other.maker().assess(disclosed));
			Files.writeString(store().staged(begun, lost.fence()).orElseThrow().resolve("half.html"), "<p>");
			other.die();
			try (var _ = publishing().lock(request())) {
				var made = this.database.bean(PackMaker.class).publish(begun, disclosed);
				assertThat(Published.files(made.path())).doesNotContainKey("half.html").hasSize(3);
			}
		}
	}

	@Test
	void nothingIsMadeWithoutTheLock() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.database.bean(NewEditions.class).begin(request()))
			.withMessage("nobody here holds the lock of small of X99000007 as at 2021-06-30");
	}

	@Test
	void whatLocksNothingIsNotPutDown() {
		try (var other = new OtherMaker(this.database)) {
			assertThat(processes().isAlive(other.processes().id())).isFalse();
			assertThat(rows(other)).isZero();
		}
	}

	@Test
	void processIsSeenWithWhatItDoesUntilItLeaves() {
		var other = new OtherMaker(this.database);
		other.processes().register("worker");
		assertThat(seen(other)).satisfies(process -> {
			assertThat(process.role()).isEqualTo("worker");
			assertThat(process.host()).isEqualTo(Machine.host());
			assertThat(process.pid()).isEqualTo(ProcessHandle.current().pid());
			assertThat(process.software()).isEqualTo(Software.current());
		});
		other.processes().register("manager");
		assertThat(seen(other).role()).isEqualTo("manager");
		other.close();
		assertThat(rows(other)).isZero();
	}

	@Test
	void connectionThatWasLostIsTakenAnewByTheNextSignOfLife() {
		try (var other = new OtherMaker(this.database)) {
			other.processes().register();
			other.die();
			assertThat(processes().isAlive(other.processes().id())).isFalse();
			assertThat(rows(other)).as("swept").isZero();
			other.processes().showUp();
			assertThat(processes().isAlive(other.processes().id())).isTrue();
			assertThat(rows(other)).isEqualTo(2);
		}
	}

	@Test
	void leaseThatNobodyCanKeepIsRefused() {
		assertThatExceptionOfType(PackProblem.class)
			.isThrownBy(() -> new Processes(this.database.dataSource(), this.database.bean(PlatformTransactionManager.class), Duration.ofMillis(1)))
			.withMessage("packhorse.lease is 0.001 s; a process must be allowed 2 s of silence at least.");
	}

	private AtWork seen(OtherMaker other) {
		return processes().all().stream().filter(process -> process.id().equals(other.processes().id())).findFirst().orElseThrow();
	}

	private int rows(OtherMaker other) {
		return this.database.sql()
			.sql("SELECT (SELECT COUNT(*) FROM processes WHERE id = :id) + (SELECT COUNT(*) FROM process_locks WHERE id = :id)")
			.param("id", other.processes().id())
			.query(Integer.class)
			.single();
	}

	@Test
	void markTellsWhetherAnotherMachineSeesTheSameStore() throws IOException {
		var out = request().store();
		assertThat(store().sees(out, 7, "a")).isFalse();
		store().mark(out, 7, "a");
		assertThat(store().sees(out, 7, "a")).isTrue();
		assertThat(store().sees(out, 7, "of another run 7")).isFalse();
		assertThat(store().sees(out.resolve("elsewhere"), 7, "a")).isFalse();
		store().unmark(out, 7);
		assertThat(store().sees(out, 7, "a")).isFalse();
		assertThat(out.resolve(".making")).isEmptyDirectory();
	}

	private void standsAlone(Edition edition) {
		assertThat(this.database.bean(Editions.class).published()).extracting(Edition::name).containsExactly(edition.name());
		assertThat(this.database.sql().sql("SELECT COUNT(*) FROM editions").query(Integer.class).single()).isOne();
		assertThat(this.database.bean(Verification.class).verify(edition.path()).faults()).isEmpty();
		assertThat(request().store().resolve(".making")).isEmptyDirectory();
	}

	private static void refused(String words, ThrowingCallable call) {
		assertThatExceptionOfType(PackProblem.class).isThrownBy(call).withMessageContaining(words).extracting(PackProblem::kind).isEqualTo(PackProblem.Kind.BUSY);
	}

	private Edition make() {
		return Published.make(this.database, request()).edition();
	}

	private PackRequest request() {
		return Published.request(SmallCouncil.CODE, "small", LocalDate.of(2021, 6, 30), this.folder.resolve("out"));
	}

	private Publishing publishing() {
		return this.database.bean(Publishing.class);
	}

	private Processes processes() {
		return this.database.bean(Processes.class);
	}

	private EditionStore store() {
		return this.database.bean(EditionStore.class);
	}

}
