package org.packhorse.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.packhorse.OnEveryDatabase;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestHome;
import org.packhorse.access.AuditEntry;
import org.packhorse.access.AuditTrail;
import org.packhorse.pack.Editions;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Publishing;
import org.packhorse.run.PackRun.Item;
import org.packhorse.run.PackRun.ItemState;
import org.packhorse.run.PackRun.State;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.repository.JobRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// A run makes each of its packs once, whatever happens to it and to the others.
@OnEveryDatabase
class RunsTests {

	private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

	private static final int PACKS = 5;

	private static Path home;

	private final TestDatabase database;

	@TempDir
	private Path folder;

	RunsTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void startAtHome(TestDatabase database) {
		home = TestHome.fresh("runs");
		var templates = home.resolve("report-templates");
		for (int pack = 1; pack <= PACKS; pack++) {
			TestHome.copy(templates.resolve("_starter"), templates.resolve("small-" + pack));
			TestHome.write(templates.resolve("small-%d/pack.yml".formatted(pack)), "title: Small pack\naudience: members\nformats: [html]\n");
		}
		database.home(home);
	}

	@BeforeEach
	void load() {
		this.database.sql().sql("DELETE FROM runs").update();
		this.database.clear();
		SmallCouncil.files(this.folder.resolve("tables")).into(this.database);
	}

	@Test
	void everyPackOfARunStandsAndIsOnItsRecord() {
		var watch = new Watch();
		var run = runs().make(packs(PACKS), watch);
		assertThat(run.state()).isEqualTo(State.DONE);
		assertThat(run.made()).isEqualTo(PACKS);
		assertThat(run.holder()).isNull();
		assertThat(watch.ended).as("in the order of the run").extracting(Item::no).containsExactly(1, 2, 3, 4, 5);
		assertThat(watch.ended).allSatisfy(item -> {
			assertThat(item.state()).isEqualTo(ItemState.DONE);
			assertThat(item.endedAt()).isAfterOrEqualTo(item.startedAt());
			assertThat(item.madeBy()).contains(Long.toString(ProcessHandle.current().pid()));
			assertThat(item.outcome().stands()).singleElement().satisfies(stands -> assertThat(stands.published()).isTrue());
		});
		assertThat(names()).containsExactly("small-1", "small-2", "small-3", "small-4", "small-5");
	}

	@Test
	void sameRunAgainPublishesNothing() {
		runs().make(packs(2), RunWatch.NONE);
		var watch = new Watch();
		runs().make(packs(2), watch);
		assertThat(watch.ended).extracting(item -> item.outcome().stands().getFirst().published()).containsExactly(false, false);
		assertThat(this.database.bean(Editions.class).published()).hasSize(2);
	}

	@Test
	void packThatFailsFailsAloneAndARestartMakesOnlyThatOne() throws IOException {
		var template = home.resolve("report-templates/small-3/document.ftlx");
		var sound = Files.readString(template);
		Files.writeString(template, sound.replace("${authority.name}", "${authority.nmae}"));
		var run = runs().make(packs(PACKS), RunWatch.NONE);
		assertThat(run.state()).isEqualTo(State.FAILED);
		assertThat(run.made()).isEqualTo(PACKS - 1);
		assertThat(items(run).get(2).outcome().trouble()).satisfies(trouble -> {
			assertThat(trouble.kind()).isEqualTo(PackProblem.Kind.INPUT);
			assertThat(trouble.words()).contains("small-3/document.ftlx, line ");
		});
		assertThat(names()).containsExactly("small-1", "small-2", "small-4", "small-5");
		Files.writeString(template, sound);
		var watch = new Watch();
		var again = this.database.bean(Recovery.class).again(run, watch);
		assertThat(again.state()).isEqualTo(State.DONE);
		assertThat(this.database.bean(AuditTrail.class).newest("run " + run.number(), 9)).extracting(AuditEntry::action).containsExactly("made again");
		assertThat(watch.ended).extracting(Item::no).containsExactly(3);
		assertThat(names()).hasSize(PACKS);
	}

	@Test
	void whoStopsARunIsInTheTrailOnce() {
		var stopping = new Watch() {

			@Override
			public void begun(PackRun run) {
				assertThat(runs().stop(run.number())).isTrue();
				assertThat(runs().stop(run.number())).as("a second time").isFalse();
			}

		};
		var run = runs().make(packs(PACKS), stopping);
		assertThat(run.state()).isEqualTo(State.STOPPED);
		assertThat(this.database.bean(AuditTrail.class).newest("run " + run.number(), 9)).extracting(AuditEntry::action).containsExactly("stopped");
	}

	@Test
	void runThatIsToldToStopEndsAndIsGoneOnWith() {
		var stopping = new Watch() {

			@Override
			public void begun(PackRun run) {
				runs().stop();
			}

		};
		var run = runs().make(packs(PACKS), stopping);
		assertThat(run.state()).isEqualTo(State.STOPPED);
		assertThat(run.made()).isZero();
		var recovery = this.database.bean(Recovery.class);
		assertThat(recovery.lost()).extracting(PackRun::number).containsExactly(run.number());
		var done = recovery.recover(run, RunWatch.NONE).orElseThrow();
		assertThat(done.state()).isEqualTo(State.DONE);
		assertThat(done.made()).isEqualTo(PACKS);
		assertThat(recovery.lost()).isEmpty();
	}

	/// What a process that is killed, or loses its database, leaves behind: a job that is still open in this state, and packs half made.
	@Test
	void runWhoseProcessDiedIsClosedAndMakesOnlyWhatIsMissing() {
		for (BatchStatus left : List.of(BatchStatus.STARTED, BatchStatus.STOPPING, BatchStatus.UNKNOWN)) {
			load();
			var undisturbed = bytes(runs().make(packs(PACKS), RunWatch.NONE));
			load();
			var run = runs().make(packs(PACKS), RunWatch.NONE);
			died(run, left, 2, 4);
			var recovery = this.database.bean(Recovery.class);
			assertThat(recovery.lost()).as("%s", left).extracting(PackRun::number).containsExactly(run.number());
			var watch = new Watch();
			var done = recovery.recover(recovery.lost().getFirst(), watch).orElseThrow();
			assertThat(done.state()).isEqualTo(State.DONE);
			assertThat(watch.ended).extracting(Item::no).containsExactly(2, 4);
			assertThat(bytes(done)).isEqualTo(undisturbed);
			assertThat(recovery.lost()).isEmpty();
			assertThat(this.database.bean(JobRepository.class).findRunningJobExecutions("makePacks")).isEmpty();
		}
	}

	@Test
	void runThatDiedBeforeItsJobIsBegun() {
		var run = this.database.bean(RunLog.class).begin(RunOrder.of(packs(2), PackRun.Origin.COMMAND, false), "asker", "Packhorse", "a process that is no more");
		var recovery = this.database.bean(Recovery.class);
		assertThat(recovery.recover(run, RunWatch.NONE).orElseThrow().made()).isEqualTo(2);
		assertThat(recovery.recover(run, RunWatch.NONE)).as("somebody was quicker").isEmpty();
	}

	@Test
	void runOfASignOffIsClosedAndLeftToItsOwnWatch() {
		var run = this.database.bean(RunLog.class).begin(RunOrder.of(packs(1), PackRun.Origin.SIGN_OFF, false), "asker", "Packhorse", "a process that is no more");
		var closed = this.database.bean(Recovery.class).recover(run, RunWatch.NONE).orElseThrow();
		assertThat(closed.state()).isEqualTo(State.FAILED);
		assertThat(names()).isEmpty();
	}

	@Test
	void runThatIsAtWorkOrDoneIsNotMadeAgain() {
		var recovery = this.database.bean(Recovery.class);
		runs().make(packs(1), new Watch() {

			@Override
			public void begun(PackRun run) {
				assertThat(recovery.isLost(run)).isFalse();
				assertThatExceptionOfType(PackProblem.class).isThrownBy(() -> recovery.again(run, RunWatch.NONE)).withMessage("Run %d is at work.".formatted(run.number()));
			}

		});
		var done = this.database.bean(RunLog.class).newest(1).getFirst();
		assertThatExceptionOfType(PackProblem.class).isThrownBy(() -> recovery.again(done, RunWatch.NONE)).withMessage("Run %d is done: every pack of it stands.".formatted(done.number()));
	}

	@Test
	void packThatAnotherRunHasInHandIsToldWhichRunItIs() {
		var request = packs(1).getFirst();
		try (var _ = this.database.bean(Publishing.class).lock(request, 4711)) {
			var run = runs().make(List.of(request), RunWatch.NONE);
			assertThat(run.state()).isEqualTo(State.FAILED);
			assertThat(items(run).getFirst().outcome().trouble()).satisfies(trouble -> {
				assertThat(trouble.kind()).isEqualTo(PackProblem.Kind.BUSY);
				assertThat(trouble.words()).contains("Run 4711", "is making small-1 of X99000007 as at 2021-06-30");
			});
		}
	}

	@Test
	void packThatAnotherProcessStillHasInHandForThisRunIsWaitedFor() throws Exception {
		try (var other = Executors.newSingleThreadExecutor()) {
			var held = new CountDownLatch(1);
			var watch = new Watch() {

				@Override
				public void begun(PackRun run) {
					try {
						hold(run);
					}
					catch (InterruptedException ex) {
						throw new IllegalStateException(ex);
					}
				}

				private void hold(PackRun run) throws InterruptedException {
					other.submit(() -> {
						try (var _ = database.bean(Publishing.class).lock(packs(1).getFirst(), run.number())) {
							held.countDown();
							while (items(run).getFirst().state() == ItemState.WAITING) {
								Thread.onSpinWait();
							}
						}
					});
					assertThat(held.await(1, TimeUnit.MINUTES)).isTrue();
				}

			};
			assertThat(runs().make(packs(1), watch).state()).isEqualTo(State.DONE);
		}
	}

	@Test
	void runThatIsToldToStopDoesNotWaitForAPackInAnothersHands() throws Exception {
		try (var other = Executors.newSingleThreadExecutor()) {
			var end = new CountDownLatch(1);
			var watch = new Watch() {

				@Override
				public void begun(PackRun run) {
					var held = new CountDownLatch(1);
					other.submit(() -> {
						try (var _ = database.bean(Publishing.class).lock(packs(1).getFirst(), run.number())) {
							held.countDown();
							while (items(run).getFirst().state() == ItemState.WAITING) {
								Thread.onSpinWait();
							}
							runs().stop();
							return end.await(1, TimeUnit.MINUTES);
						}
					});
					await(held);
				}

			};
			var run = runs().make(packs(2), watch);
			end.countDown();
			assertThat(run.state()).isEqualTo(State.STOPPED);
			assertThat(run.failed()).isZero();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void runThatWasBegunForWorkersIsNotMadeByAProcessThatSendsThemNothing() {
		var run = this.database.bean(RunLog.class).begin(RunOrder.of(packs(2), PackRun.Origin.COMMAND, true), "asker", "Packhorse", "a process that is no more");
		var words = "Run %d was begun for workers, and here packhorse.workers is 'local'.".formatted(run.number());
		assertThatExceptionOfType(PackProblem.class).isThrownBy(() -> this.database.bean(Workplace.class).demandCanMake(run)).withMessageContaining(words);
		assertThatExceptionOfType(PackProblem.class).isThrownBy(() -> runs().begin(run, RunWatch.NONE)).withMessageContaining(words);
		assertThat(names()).isEmpty();
	}

	@Test
	void runThatCannotBeWatchedIsLetGoAndCanBeTakenUp() {
		var faulty = new RunWatch() {

			@Override
			public void begun(PackRun run) {
				throw new IllegalStateException("nobody looks");
			}

		};
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> runs().make(packs(2), faulty));
		assertThat(runs().atWork()).isZero();
		var recovery = this.database.bean(Recovery.class);
		var lost = recovery.lost().getFirst();
		assertThat(recovery.recover(lost, RunWatch.NONE).orElseThrow().made()).isEqualTo(2);
	}

	@Test
	void packWhoseTellingFailedOnceIsToldAgain() {
		var watch = new Watch() {

			private boolean failed;

			@Override
			public void ended(Item item) {
				if (!this.failed) {
					this.failed = true;
					throw new IllegalStateException("the folder was not there for a moment");
				}
				super.ended(item);
			}

		};
		var run = this.database.bean(RunLog.class).begin(RunOrder.of(packs(2), PackRun.Origin.COMMAND, false), "asker", "Packhorse", "nobody");
		try (var eyes = new RunEyes(this.database.bean(RunLog.class), run, watch)) {
			this.database.sql().sql("UPDATE run_packs SET state = 'done'").update();
			eyes.look();
			assertThat(watch.ended).isEmpty();
		}
		assertThat(watch.ended).extracting(Item::no).containsExactly(1, 2);
	}

	@Test
	void packOfAFailedRunIsUnmadeUntilALaterRunHasMadeIt() {
		var whole = onRecord("2021-07-01 09:00:00", 3, "done", "failed", "failed");
		assertThat(unmade()).containsExactly(Map.entry(whole, 2));
		onRecord("2021-07-02 09:00:00", 2, "failed", "done");
		assertThat(unmade()).as("what stood before counts for nothing").hasSize(2).contains(Map.entry(whole, 1));
		var newest = onRecord("2021-07-03 09:00:00", 3, "done", "failed", "done");
		assertThat(unmade()).containsExactly(Map.entry(newest, 1));
		this.database.sql().sql("UPDATE run_packs SET as_at = '2021-05-31' WHERE run = ? AND no = 3").param(newest).update();
		assertThat(unmade()).as("of another day").containsExactly(Map.entry(newest, 1), Map.entry(whole, 1));
		var log = this.database.bean(RunLog.class);
		assertThat(log.unmade(new RunLog.Seen(List.of("small-2"), List.of()), Instant.EPOCH, 9)).as("of packs beyond somebody's clearance").isEmpty();
		assertThat(log.unmade(null, Instant.parse("2021-07-04T09:00:00Z"), 9)).as("long ago").isEmpty();
	}

	/// What goes out of one folder is not what stands in another, and a draft goes out nowhere.
	@Test
	void packThatFailedIsNotMadeByADraftOrElsewhereOrByTheFinalOfAnotherDraft() {
		var failed = onRecord("2021-07-01 09:00:00", 1, "failed");
		var later = onRecord("2021-07-02 09:00:00", 1, "done");
		assertThat(unmade()).isEmpty();
		column("store", "elsewhere", later);
		assertThat(unmade()).as("in another folder").containsExactly(Map.entry(failed, 1));
		column("store", this.folder.resolve("out").toAbsolutePath().toString(), later);
		asDraft(later);
		assertThat(unmade()).as("as a draft").containsExactly(Map.entry(failed, 1));
		column("draft", 7, later);
		assertThat(unmade()).as("as the final of a draft").isEmpty();
		asDraft(failed);
		column("draft", 6, failed);
		assertThat(unmade()).as("the final of another draft").containsExactly(Map.entry(failed, 1));
		column("draft", 7, failed);
		assertThat(unmade()).as("the final of the same draft").isEmpty();
		column("draft", null, later);
		column("draft", null, failed);
		assertThat(unmade()).as("a draft by a draft").isEmpty();
	}

	private void column(String name, @Nullable Object value, long run) {
		this.database.sql().sql("UPDATE run_packs SET %s = ? WHERE run = ?".formatted(name)).param(value).param(run).update();
	}

	private void asDraft(long run) {
		this.database.sql().sql("UPDATE run_packs SET request = REPLACE(request, '\"draft\":false', '\"draft\":true') WHERE run = ?").param(run).update();
	}

	private long onRecord(String at, int packs, String... states) {
		var run = this.database.bean(RunLog.class).begin(RunOrder.of(packs(packs), PackRun.Origin.COMMAND, false), "asker", "Packhorse", "nobody").number();
		this.database.sql().sql("UPDATE runs SET state = ?, requested_at = ?, holder = NULL WHERE id = ?").params(List.of(states).contains("failed") ? "failed" : "done", at, run).update();
		for (int no = 1; no <= packs; no++) {
			this.database.sql().sql("UPDATE run_packs SET state = ? WHERE run = ? AND no = ?").params(states[no - 1], run, no).update();
		}
		return run;
	}

	private List<Map.Entry<Long, Integer>> unmade() {
		return this.database.bean(RunLog.class).unmade(null, Instant.EPOCH, 9).stream().map(unmade -> Map.entry(unmade.run().number(), unmade.packs())).toList();
	}

	/// What people type is looked at before there is a run.
	@Test
	void postThatNobodyHoldsIsRefusedBeforeThereIsARun() {
		this.database.sql().sql("INSERT INTO post_holders (authority, post, account) VALUES (?, 'Chief Executive', 'carl')").param(SmallCouncil.CODE).update();
		var questions = this.database.bean(PackRuns.class);
		assertThatExceptionOfType(PackProblem.class).isThrownBy(() -> questions.requests(question("Chief Executiv", "Head of Care")))
			.withMessageContainingAll("Nobody is on file as Chief Executiv of X99000007 on ", "Did you mean Chief Executive?", "Nobody is on file as Head of Care", "Known here: Chief Executive")
			.satisfies(problem -> assertThat(problem.kind()).isEqualTo(PackProblem.Kind.INPUT));
		assertThat(questions.requests(question("Chief Executive"))).hasSize(1);
		this.database.sql().sql("INSERT INTO authorities (code, name) VALUES ('X99000008', 'Elsewhere')").update();
		this.database.sql().sql("INSERT INTO plans (authority, code, title, approved_on) VALUES ('X99000008', 'P1', 'Plan', '2021-01-01')").update();
		assertThat(questions.faultsOfPosts(List.of("Chief Executive"), "all")).as("a council that lacks the post fails alone").isEmpty();
		assertThat(questions.faultsOfPosts(List.of("Chief Executiv"), "all")).singleElement().asString().contains("of any of the 2 councils", "Did you mean Chief Executive?");
	}

	private RunQuestion question(String... posts) {
		return new RunQuestion(List.of("small-1"), null, JUNE, null, List.of(), null, false, List.of(), this.folder.resolve("out"), List.of(posts), null);
	}

	/// Sets a finished run back to what its death in the middle would have left.
	private void died(PackRun run, BatchStatus left, Integer... unmade) {
		var repository = this.database.bean(JobRepository.class);
		var execution = repository.getLastJobExecution("makePacks", PackRunJob.parameters(run.number()));
		var numbers = List.of(unmade);
		execution.getStepExecutions().stream().filter(step -> step.getStepName().equals("deal") || numbers.stream().anyMatch(no -> step.getStepName().endsWith("%05d".formatted(no)))).forEach(step -> {
			step.setStatus(left);
			step.setEndTime(null);
			repository.update(step);
		});
		execution.setStatus(left);
		execution.setEndTime(null);
		execution.setLastUpdated(LocalDateTime.of(2021, 7, 1, 9, 0));
		repository.update(execution);
		this.database.sql().sql("UPDATE runs SET state = 'running', holder = 'a process that is no more', ended_at = NULL WHERE id = ?").param(run.number()).update();
		items(run).stream().filter(item -> numbers.contains(item.no())).forEach(item -> {
			var edition = item.outcome().stands().getFirst();
			TestHome.delete(this.folder.resolve("out").resolve(edition.name()));
			this.database.sql().sql("UPDATE editions SET state = 'making', manifest_sha256 = NULL, software = NULL WHERE id = ?").param(edition.edition()).update();
			this.database.sql().sql("UPDATE run_packs SET state = 'making', ended_at = NULL, outcome = NULL WHERE run = ? AND no = ?").params(run.number(), item.no()).update();
		});
	}

	/// Every file of a run's editions but the manifests, which tell when they were asked for.
	private Map<String, List<Byte>> bytes(PackRun run) {
		var bytes = new TreeMap<String, List<Byte>>();
		items(run).stream().flatMap(item -> item.outcome().stands().stream()).forEach(stands -> Published.files(this.folder.resolve("out").resolve(stands.name())).forEach((name, file) -> {
			if (!name.equals("manifest.json")) {
				bytes.put(stands.name() + "/" + name, IntStream.range(0, file.length).mapToObj(at -> file[at]).toList());
			}
		}));
		TestHome.delete(this.folder.resolve("out"));
		return bytes;
	}

	private List<String> names() {
		return this.database.bean(Editions.class).published().stream().map(edition -> edition.request().pack()).sorted().toList();
	}

	private List<Item> items(PackRun run) {
		return this.database.bean(RunLog.class).items(run.number());
	}

	private List<PackRequest> packs(int most) {
		return IntStream.rangeClosed(1, most).mapToObj(pack -> Published.request(SmallCouncil.CODE, "small-" + pack, JUNE, this.folder.resolve("out"))).toList();
	}

	private Runs runs() {
		return this.database.bean(Runs.class);
	}

	/// Remembers what it is told.
	private static class Watch implements RunWatch {

		final List<Item> ended = new ArrayList<>();

		@Override
		public void ended(Item item) {
			this.ended.add(Objects.requireNonNull(item));
		}

	}

}
