package org.packhorse.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.pack.Editions;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Processes;
import org.packhorse.pack.Software;
import org.packhorse.run.PackRun.ItemState;
import org.packhorse.run.PackRun.State;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A run whose packs a worker makes, with a broker between: what a message may do, come twice, come late or be none, and who may work with whom.
@Timeout(120)
class RemoteRunTests {

	private static final int PACKS = 6;

	/// So many that a partition is two of them.
	private static final int MANY = 41;

	private static final LocalDate FIRST = LocalDate.of(2021, 6, 1);

	private static final String QUEUE = "packhorse.packs";

	private static final String DEAD_PROCESS = "a process that is no more";

	private static final String DEAD = OwnBroker.DEAD + QUEUE;

	@TempDir
	private static Path folder;

	private static TestBroker broker;

	private static TestDatabase database;

	@BeforeAll
	static void start() {
		broker = TestBroker.started(folder.resolve("broker"));
		database = TestDatabases.h2().home(TestHome.small("remote", Map.of("small", "title: Small pack\naudience: members\nformats: [html]\n")));
		broker.with(Map.of("packhorse.workers", "remote", "packhorse.run-patience", "15s", "packhorse.threads", "2"))
			.forEach((name, value) -> database.setting(name, value.toString()));
		SmallCouncil.files(folder.resolve("tables")).into(database);
		database.bean(Processes.class).register(Crew.WORKER);
	}

	@AfterAll
	static void stop() {
		database.close();
		broker.close();
	}

	private PartitionInbox inbox;

	@BeforeEach
	void begin() throws JMSException {
		database.sql().sql("DELETE FROM runs").update();
		database.sql().sql("DELETE FROM partition_claims").update();
		taken(QUEUE, Integer.MAX_VALUE);
		taken(DEAD, Integer.MAX_VALUE);
	}

	@AfterEach
	void end() {
		if (this.inbox != null) {
			this.inbox.close();
		}
	}

	private void work() {
		this.inbox = new PartitionInbox(broker.client(), 2, database.bean(PartitionWork.class), problem -> {
			throw problem;
		});
		this.inbox.open();
	}

	@Test
	void workerMakesThePacksOfARunAndEverythingIsOnItsRecord() throws JMSException {
		work();
		var run = run(PACKS);
		assertThat(run.state()).isEqualTo(State.DONE);
		assertThat(run.made()).isEqualTo(PACKS);
		assertThat(run.remote()).isTrue();
		assertThat(taken(DEAD, 1)).isEmpty();
	}

	@Test
	void whatTravelsIsNumbersAndWhatComesTwiceIsMadeOnce() throws Exception {
		var run = begun(2);
		var messages = taken(QUEUE, 2);
		assertThat(messages).allSatisfy(message -> assertThat(message).matches("\\{\"step\":\"make\",\"job\":\\d+,\"execution\":\\d+}"));
		for (int times = 0; times < 3; times++) {
			for (String message : messages) {
				send(message);
			}
		}
		int before = database.bean(Editions.class).published().size();
		work();
		assertThat(run.get().state()).isEqualTo(State.DONE);
		awaitEmpty();
		assertThat(database.bean(Editions.class).published()).hasSizeBetween(before, before + 2);
		assertThat(taken(DEAD, 1)).isEmpty();
	}

	@Test
	void runThatNobodyMakesEndsAndItsMessagesDoNothingWhenTheyComeLate() {
		assertThatThrownBy(() -> run(2)).isInstanceOfSatisfying(PackProblem.class, problem -> assertThat(problem.kind()).isEqualTo(PackProblem.Kind.BUSY))
			.hasMessageContaining("No pack of run");
		var ended = log().newest(1).getFirst();
		assertThat(database.bean(Recovery.class).isLost(ended)).as("can be taken up").isTrue();
		work();
		awaitEmpty();
		assertThat(log().items(ended.number())).extracting(PackRun.Item::state).containsOnly(ItemState.WAITING);
		assertThat(database.bean(Recovery.class).again(ended, RunWatch.NONE).state()).isEqualTo(State.DONE);
	}

	@Test
	void messageThatIsNoPartitionEndsAmongTheDeadLettersAndKeepsNobodyFromTheOthers() throws JMSException {
		var nonsense = List.of("no partition at all", "{\"step\":\"make\",\"job\":1,\"execution\":987654321}");
		for (String message : nonsense) {
			send(message);
		}
		work();
		assertThat(run(3).state()).isEqualTo(State.DONE);
		awaitEmpty();
		assertThat(taken(DEAD, 2)).containsExactlyInAnyOrderElementsOf(nonsense);
	}

	@Test
	void workerThatLeavesGivesItsPartitionsBackAndAnotherGoesOn() throws Exception {
		var leaving = database.bean(Leaving.class);
		work();
		var run = CompletableFuture.supplyAsync(() -> run(MANY));
		while (log().newest(1).stream().noneMatch(begun -> begun.made() > 0)) {
			Thread.onSpinWait();
		}
		leaving.ask();
		this.inbox.close();
		assertThat(run).isNotDone();
		ReflectionTestUtils.setField(leaving, "asked", false);
		work();
		assertThat(run.get().state()).isEqualTo(State.DONE);
		assertThat(run.get().made()).isEqualTo(MANY);
		assertThat(taken(DEAD, 1)).isEmpty();
	}

	@Test
	void runThatIsToldToStopEndsThoughNobodyTakesItsPartitions() throws Exception {
		var run = begun(2);
		database.bean(Runs.class).stop();
		assertThat(run.get().state()).isEqualTo(State.STOPPED);
	}

	@Test
	void runThatIsToldToStopEndsThoughItsPartitionsWereGivenBackOrLeftByTheDead() throws Exception {
		var run = begun(3);
		var partitions = partitions();
		step(partitions.get(0), BatchStatus.STOPPING);
		step(partitions.get(1), BatchStatus.STARTED);
		claim(partitions.get(1), DEAD_PROCESS);
		database.bean(Runs.class).stop();
		assertThat(run.get().state()).isEqualTo(State.STOPPED);
	}

	@Test
	void workerWhosePartitionAnotherHasTakenOverTakesNothingOutOfItsHands() {
		var run = log().begin(RunOrder.of(packs(2), PackRun.Origin.COMMAND, true), "asker", "Packhorse", DEAD_PROCESS).number();
		log().begun(run, 11);
		var frozen = new RunLog.Hands(11, 12, DEAD_PROCESS, "localhost, process 1");
		var heir = new RunLog.Hands(11, 12, database.bean(Processes.class).id(), "localhost, process 1");
		var claims = database.bean(PartitionClaims.class);
		claim(12, DEAD_PROCESS);
		assertThat(log().making(run, 1, frozen)).isTrue();
		assertThat(claims.take(12)).isTrue();
		assertThat(log().making(run, 1, heir)).isTrue();
		assertThat(log().making(run, 1, frozen)).isFalse();
		assertThat(log().making(run, 2, frozen)).isFalse();
		assertThat(log().ended(run, 1, frozen, new PackRun.Outcome(List.of(), List.of(), null))).isFalse();
		assertThat(log().ended(run, 1, heir, new PackRun.Outcome(List.of(), List.of(), null))).isTrue();
		claims.release(12);
	}

	@Test
	void partitionThatCouldNotBeLetGoIsTakenAgainByItsOwnProcess() {
		var claims = database.bean(PartitionClaims.class);
		claim(12, database.bean(Processes.class).id());
		assertThat(claims.take(12)).isTrue();
		assertThat(claims.take(12)).as("a thread of this process is at it").isFalse();
		claims.release(12);
		assertThat(claims()).isZero();
	}

	@Test
	void whatADeadWorkerHeldIsForgottenWhenItsPartitionHasEnded() throws JMSException {
		work();
		var run = run(1);
		var partition = partitions().getFirst();
		claim(partition, DEAD_PROCESS);
		send(new PartitionMessage(PackRunJob.MAKE, execution(run.number()), partition).text());
		while (claims() > 0) {
			Thread.onSpinWait();
		}
	}

	private static long execution(long run) {
		return database.sql().sql("SELECT execution FROM runs WHERE id = ?").param(run).query(Long.class).single();
	}

	private static void claim(long partition, String holder) {
		database.sql().sql("INSERT INTO partition_claims (execution, holder) VALUES (?, ?)").params(partition, holder).update();
	}

	private static int claims() {
		return database.sql().sql("SELECT COUNT(*) FROM partition_claims").query(Integer.class).single();
	}

	/// The numbers of the newest run's partitions, once they are dealt out.
	private static List<Long> partitions() {
		return database.sql()
			.sql("SELECT STEP_EXECUTION_ID FROM BATCH_STEP_EXECUTION WHERE STEP_NAME LIKE 'make:%' AND JOB_EXECUTION_ID = ? ORDER BY STEP_EXECUTION_ID")
			.param(execution(log().newest(1).getFirst().number()))
			.query(Long.class)
			.list();
	}

	private static void step(long partition, BatchStatus status) {
		var repository = database.bean(JobRepository.class);
		var step = repository.getStepExecution(partition);
		step.setStatus(status);
		repository.update(step);
	}

	@Test
	void runWhoseBrokerCannotBeUsedIsNeverBegun() {
		refused("password", "a guess", PackProblem.Kind.INPUT, "does not accept name and password of the account packs; check PACKHORSE_BROKER_USER and PACKHORSE_BROKER_PASSWORD. No pack was begun.");
		refused("user", "", PackProblem.Kind.INPUT, "set PACKHORSE_BROKER_USER in the environment");
		refused("url", "tcp://10.0.0.1:61616", PackProblem.Kind.INPUT, "would show the password to everybody on the way");
		refused("queue", "others", PackProblem.Kind.INPUT, "may not read and write the queue others; give it that right");
		refused("url", "tcp://127.0.0.1:" + TestBroker.freePort(), PackProblem.Kind.BUSY, "nobody listens there; check packhorse.broker.url, and that the broker runs");
		assertThat(log().newest(1)).as("runs on record").isEmpty();
	}

	@Test
	void runThatDiedStaysAsItIsWhileItsBrokerCannotBeUsed() {
		var died = log().begin(RunOrder.of(packs(1), PackRun.Origin.COMMAND, true), "asker", "Packhorse", DEAD_PROCESS);
		var recovery = database.bean(Recovery.class);
		var news = new ArrayList<String>();
		withSetting("password", "a guess", () -> {
			assertThatThrownBy(() -> recovery.again(died, RunWatch.NONE)).hasMessageContaining("does not accept name and password");
			recovery.recoverDied(news::add);
			recovery.recoverDied(news::add);
		});
		assertThat(news).as("told once, and tried again after a rest").singleElement().asString().contains("run %d has lost its process and cannot be gone on with: The broker at".formatted(died.number()));
		assertThat(log().find(died.number())).hasValue(died);
	}

	/// What a person did to it while its broker was waited for stands.
	@Test
	void runThatNobodyHoldsAndASettingKeepsFromGoingOnIsLeftToWhoeverStoppedIt() {
		var died = log().begin(RunOrder.of(packs(1), PackRun.Origin.COMMAND, true), "asker", "Packhorse", DEAD_PROCESS).number();
		database.sql().sql("UPDATE runs SET holder = NULL, state = 'stopping' WHERE id = ?").param(died).update();
		var stopping = log().find(died);
		withSetting("user", "", () -> database.bean(Recovery.class).recoverDied(_ -> {
		}));
		assertThat(log().find(died)).isEqualTo(stopping);
	}

	private static void refused(String setting, String value, PackProblem.Kind kind, String words) {
		withSetting(setting, value, () -> assertThatThrownBy(() -> run(1)).isInstanceOfSatisfying(PackProblem.class, problem -> assertThat(problem.kind()).as(value).isEqualTo(kind))
			.hasMessageContaining(words));
	}

	private static void withSetting(String name, String value, Runnable work) {
		var sound = broker.with(Map.of()).getOrDefault("packhorse.broker." + name, "").toString();
		database.setting("packhorse.broker." + name, value);
		try {
			work.run();
		}
		finally {
			database.setting("packhorse.broker." + name, sound);
		}
	}

	@Test
	void otherSoftwareIsRefusedByNameBothWays() throws SQLException {
		database.bean(Processes.class).register("run");
		try (var _ = new OtherSoftware(database)) {
			assertThatThrownBy(() -> run(1)).isInstanceOf(PackProblem.class)
				.hasMessageContaining("The workers at work are of other software than this run, which is of " + Software.current() + ": elsewhere, process 4711 is of Packhorse 9.9 (old)");
			assertThat(log().newest(1)).as("runs on record").isEmpty();
			log().begin(RunOrder.of(packs(1), PackRun.Origin.COMMAND, true), "asker", "Packhorse 9.9 (old)", OtherSoftware.ID);
			assertThatThrownBy(() -> database.bean(Crew.class).demandNoOtherRun()).isInstanceOf(PackProblem.class)
				.hasMessageContaining("elsewhere, process 4711 is of Packhorse 9.9 (old), and this worker is of " + Software.current());
		}
		finally {
			database.bean(Processes.class).register(Crew.WORKER);
		}
	}

	@Test
	void workerWithOtherTemplatesSaysSoAndGivesItsPartitionBack() throws Exception {
		var run = begun(1);
		var number = log().newest(1).getFirst().number();
		var templates = log().templates(number);
		database.sql().sql("UPDATE runs SET templates = 'others'").update();
		assertThat(refusal()).hasMessageContaining("report-templates/ of this worker is not what run " + number);
		database.sql().sql("UPDATE runs SET templates = ?").param(templates).update();
		work();
		assertThat(run.get().state()).isEqualTo(State.DONE);
		assertThat(taken(DEAD, 1)).isEmpty();
	}

	@Test
	void workerWithoutTheFolderOfTheEditionsSaysSoAndGivesItsPartitionBack() throws Exception {
		var run = begun(1);
		var number = log().newest(1).getFirst().number();
		var mark = folder.resolve("out/.making/run-%d.mark".formatted(number));
		var token = Files.readString(mark);
		Files.delete(mark);
		assertThat(refusal()).hasMessageContaining("This worker does not see the folder " + folder.resolve("out") + " that run " + number + " publishes in.");
		Files.writeString(mark, token);
		work();
		assertThat(run.get().state()).isEqualTo(State.DONE);
		assertThat(mark).doesNotExist();
	}

	/// Why a worker cannot make what it takes from the queue.
	private static PackProblem refusal() throws InterruptedException {
		var said = new AtomicReference<PackProblem>();
		var told = new CountDownLatch(1);
		try (var other = new PartitionInbox(broker.client(), 1, database.bean(PartitionWork.class), problem -> {
			said.set(problem);
			told.countDown();
		})) {
			other.open();
			assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
		}
		return said.get();
	}

	private static PackRun run(int packs) {
		return database.bean(Runs.class).make(packs(packs), RunWatch.NONE);
	}

	/// A run that has put its first partitions into the queue.
	private static CompletableFuture<PackRun> begun(int packs) {
		var run = CompletableFuture.supplyAsync(() -> run(packs));
		while (new BrokerTalk(broker.client()).ask().waiting() < packs && !run.isDone()) {
			Thread.onSpinWait();
		}
		return run;
	}

	private static RunLog log() {
		return database.bean(RunLog.class);
	}

	private static List<PackRequest> packs(int packs) {
		return IntStream.range(0, packs).mapToObj(day -> Published.request(SmallCouncil.CODE, "small", FIRST.plusDays(day), folder.resolve("out"))).toList();
	}

	private static void awaitEmpty() {
		while (new BrokerTalk(broker.client()).ask().waiting() > 0) {
			Thread.onSpinWait();
		}
	}

	private static void send(String words) throws JMSException {
		try (var connection = BrokerConnections.lasting(broker.client()).createConnection(); var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
			var message = session.createTextMessage(words);
			message.setStringProperty(PartitionMessage.SOFTWARE, Software.current());
			session.createProducer(session.createQueue(QUEUE)).send(message);
		}
	}

	/// What a queue holds, at most so many; no more than a moment is waited for the next.
	private static List<String> taken(String queue, int most) throws JMSException {
		var words = new ArrayList<String>();
		try (var connection = BrokerConnections.lasting(broker.client()).createConnection(); var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
			connection.start();
			var consumer = session.createConsumer(session.createQueue(queue));
			for (var next = consumer.receive(300); next != null; next = words.size() < most ? consumer.receive(300) : null) {
				words.add(((TextMessage) next).getText());
			}
		}
		return words;
	}

}
