package org.packhorse.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.packhorse.ImportFiles;
import org.packhorse.OnEveryDatabase;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestHome;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.NewEditions;
import org.packhorse.pack.PackMaker;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Publishing;
import org.packhorse.pack.Software;
import org.packhorse.pack.Verification;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.writer.PackFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// An edition is published whole or not at all, once for each state of the facts, and never changed.
@OnEveryDatabase
class EditionTests {

	private static final LocalDate MAY = LocalDate.of(2021, 5, 31);

	private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static Path home;

	private final TestDatabase database;

	@TempDir
	private Path folder;

	EditionTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void startAtHome(TestDatabase database) {
		home = TestHome.fresh("editions");
		var templates = home.resolve("report-templates");
		TestHome.copy(templates.resolve("_starter"), templates.resolve("small"));
		TestHome.write(templates.resolve("small/pack.yml"), "title: Small pack\naudience: members\nformats: [html]\n");
		TestHome.copy(templates.resolve("small"), templates.resolve("faulty"));
		database.home(home);
	}

	@BeforeEach
	void load() {
		this.database.clear();
		SmallCouncil.files(this.folder.resolve("tables")).into(this.database);
	}

	@Test
	void folderHoldsTheFilesOfTheContractAndNothingElse() throws Exception {
		var made = make(board(JUNE));
		assertThat(made.published()).isTrue();
		assertThat(made.edition().name()).isEqualTo("X99000007/improvement-board/2021-06-30/v1");
		assertThat(made.edition().path()).isEqualTo(store().resolve("X99000007/improvement-board/2021-06-30/v1"));
		assertThat(Published.files(made.edition().path())).containsOnlyKeys("manifest.json", "pack.json",
				"testingham-improvement-board-2021-06-30.docx", "testingham-improvement-board-2021-06-30.html",
				"testingham-improvement-board-2021-06-30.pdf", "testingham-improvement-board-2021-06-30.xlsx");
		assertThat(store().resolve(".making")).isEmptyDirectory();
		manifestNamesEveryFileWithItsHash(made.edition());
		var verified = this.database.bean(Verification.class).verify(made.edition().path());
		assertThat(verified.faults()).isEmpty();
		assertThat(verified.proved()).containsExactly("5 files are what the manifest says.", "The manifest is the one on record.",
				"The stored snapshot gives the same bytes again.");
	}

	private static void manifestNamesEveryFileWithItsHash(Edition edition) throws Exception {
		var files = Published.files(edition.path());
		var manifest = JSON.readTree(files.remove("manifest.json"));
		assertThat(manifest.propertyNames()).contains("files", "snapshotSha256", "templateSha256", "rulesSha256", "software", "marking",
				"audience", "state", "requestedBy", "requestedAt");
		assertThat(StreamSupport.stream(manifest.get("files").spliterator(), false).map(file -> file.get("name").asString()))
			.containsExactlyInAnyOrderElementsOf(files.keySet());
		for (JsonNode file : manifest.get("files")) {
			var bytes = files.get(file.get("name").asString());
			assertThat(file.get("bytes").asLong()).isEqualTo(bytes.length);
			assertThat(file.get("sha256").asString())
				.isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
			assertThat(file.get("mediaType").asString()).isEqualTo(MEDIA_TYPES.get(file.get("name").asString().replaceAll(".*\\.", "")));
		}
	}

	private static final Map<String, String> MEDIA_TYPES = Map.of("docx",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "xlsx",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "pdf", "application/pdf", "html", "text/html; charset=utf-8", "json",
			"application/json");

	@Test
	void manifestSaysWhatTheEditionIsAndWhoAskedForIt() {
		var manifest = JSON.readTree(make(Published.in(board(JUNE), PackFormat.HTML)).edition().path().resolve("manifest.json"));
		assertThat(manifest.get("audience").asString()).isEqualTo("restricted");
		assertThat(manifest.get("marking").asString()).isEqualTo("OFFICIAL-SENSITIVE");
		assertThat(manifest.get("state").asString()).isEqualTo("final");
		assertThat(manifest.get("requestedBy").asString()).isEqualTo("Performance Manager");
		assertThat(manifest.get("requestedAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
		assertThat(manifest.get("software").asString()).isEqualTo(Software.current());
		assertThat(manifest.get("snapshotSha256").asString()).hasSize(64);
		assertThat(manifest.get("templateSha256").asString()).hasSize(64);
		assertThat(manifest.get("rulesSha256").asString()).hasSize(64);
	}

	@Test
	void packSaysWhoseItIsAndWhatItIs() {
		var pack = JSON.readTree(make(Published.in(board(JUNE), PackFormat.HTML)).edition().path().resolve("pack.json"));
		assertThat(pack.get("authority").get("code").asString()).isEqualTo("X99000007");
		assertThat(pack.get("authority").get("name").asString()).isEqualTo("Testingham");
		assertThat(pack.get("pack").asString()).isEqualTo("improvement-board");
		assertThat(pack.get("asAt").asString()).isEqualTo("2021-06-30");
		assertThat(pack.get("version").asInt()).isOne();
		assertThat(pack.get("audience").asString()).isEqualTo("restricted");
		assertThat(pack.propertyNames()).contains("sections", "kpis", "movement");
	}

	@Test
	void sameFactsPublishNothing() {
		var first = make(small(JUNE));
		var again = make(small(JUNE));
		assertThat(again.published()).isFalse();
		assertThat(again.edition().name()).isEqualTo(first.edition().name());
		assertThat(this.database.bean(Editions.class).published()).hasSize(1);
	}

	@Test
	void whatIsReportedAfterTheDateIsNoChange() {
		make(small(MAY));
		new ImportFiles(this.folder.resolve("later"))
			.csv("updates", "authority,plan,action,reported_on,percent_complete\nX99000007,P1,1.1,2021-06-20,60\n")
			.into(this.database);
		assertThat(make(small(MAY)).published()).isFalse();
	}

	@Test
	void otherFactsPublishTheNextVersionAndLeaveTheFirst() {
		var first = make(small(JUNE));
		var before = Published.files(first.edition().path());
		SmallCouncil.correction(this.folder.resolve("correction")).into(this.database);
		var second = make(small(JUNE));
		assertThat(second.published()).isTrue();
		assertThat(second.edition().name()).isEqualTo("X99000007/small/2021-06-30/v2");
		assertThat(Published.files(first.edition().path())).containsExactlyInAnyOrderEntriesOf(before);
	}

	@Test
	void otherTemplatesPublishTheNextVersion() throws IOException {
		make(small(JUNE));
		var template = home.resolve("report-templates/small/document.ftlx");
		Files.writeString(template, Files.readString(template).replace("This pack shows", "This page shows"));
		var second = make(small(JUNE));
		Files.writeString(template, Files.readString(template).replace("This page shows", "This pack shows"));
		assertThat(second.edition().version()).isEqualTo(2);
	}

	@Test
	void formatThatIsNotThereYetIsAnotherVersion() {
		make(small(JUNE));
		var second = make(Published.in(small(JUNE), PackFormat.PDF));
		assertThat(second.edition().version()).isEqualTo(2);
		assertThat(Published.files(second.edition().path())).containsOnlyKeys("manifest.json", "pack.json", "testingham-small-2021-06-30.pdf");
	}

	@Test
	void folderThatTheDatabaseKnowsNothingOfKeepsItsNumberAndItsFiles() throws IOException {
		var strange = Files.createDirectories(small(JUNE).store().resolve("X99000007/small/2021-06-30/v1")).resolve("manifest.json");
		Files.writeString(strange, "from another database");
		var made = make(small(JUNE));
		assertThat(made.edition().name()).isEqualTo("X99000007/small/2021-06-30/v2");
		assertThat(made.edition().path()).isDirectoryContaining("glob:**.html");
		assertThat(Files.readString(strange)).isEqualTo("from another database");
	}

	@Test
	void someOfTheFormatsPublishNothingNew() {
		make(Published.in(small(JUNE), PackFormat.HTML, PackFormat.PDF));
		assertThat(make(Published.in(small(JUNE), PackFormat.PDF)).published()).isFalse();
	}

	@Test
	void draftIsAVersionAndSaysSoOnEveryPage() {
		make(small(JUNE));
		var draft = make(Published.draft(small(JUNE)));
		assertThat(draft.edition().version()).isEqualTo(2);
		assertThat(JSON.readTree(draft.edition().path().resolve("manifest.json")).get("state").asString()).isEqualTo("draft");
		assertThat(new String(Published.file(draft.edition(), PackFormat.HTML), StandardCharsets.UTF_8)).contains("DRAFT");
		assertThat(make(small(JUNE)).edition().version()).isEqualTo(3);
	}

	@Test
	void movementIsFromTheNewestEarlierDate() {
		make(small(LocalDate.of(2021, 4, 30)));
		make(small(MAY));
		assertThat(since(make(small(JUNE)))).isEqualTo("2021-05-31 v1");
	}

	@Test
	void movementIsFromTheFinalEditionRatherThanALaterDraft() {
		make(small(MAY));
		make(Published.draft(small(MAY)));
		assertThat(since(make(small(JUNE)))).isEqualTo("2021-05-31 v1");
	}

	@Test
	void movementIsFromTheLastOfSeveralFinalEditions() {
		make(small(MAY));
		new ImportFiles(this.folder.resolve("more"))
			.csv("updates", "authority,plan,action,reported_on,percent_complete\nX99000007,P1,1.1,2021-05-20,35\n")
			.into(this.database);
		make(small(MAY));
		assertThat(since(make(small(JUNE)))).isEqualTo("2021-05-31 v2");
	}

	@Test
	void movementIsFromADraftWhenTheDateHasNoOther() {
		make(small(LocalDate.of(2021, 4, 30)));
		make(Published.draft(small(MAY)));
		assertThat(since(make(small(JUNE)))).isEqualTo("2021-05-31 v1");
	}

	@Test
	void laterEditionIsNotMovedFrom() {
		make(small(JUNE));
		assertThat(since(make(small(MAY)))).isEqualTo("null v0");
	}

	@Test
	void whileOneRunIsAtWorkAnotherIsTurnedAwayAndAnotherDateIsMade() {
		try (var _ = this.database.bean(Publishing.class).lock(small(JUNE))) {
			assertThatExceptionOfType(PackProblem.class).isThrownBy(() -> make(small(JUNE)))
				.withMessage("Another run is making small of X99000007 as at 2021-06-30; try again when it has finished.")
				.extracting(PackProblem::kind)
				.isEqualTo(PackProblem.Kind.BUSY);
			assertThat(make(small(MAY)).published()).as("another date is another matter").isTrue();
		}
		assertThat(make(small(JUNE)).published()).as("the lock is free again").isTrue();
	}

	@Test
	void lockThatIsHeldTwiceIsRefusedAndFreeAfterClosing() {
		var publishing = this.database.bean(Publishing.class);
		try (var _ = publishing.lock(small(JUNE))) {
			assertThatExceptionOfType(PackProblem.class).isThrownBy(() -> publishing.lock(small(JUNE)));
		}
		publishing.lock(small(JUNE)).close();
	}

	@Test
	void reservationOfARunThatDiedBeforeItsJobIsGivenBack() {
		try (var _ = this.database.bean(Publishing.class).lock(small(JUNE))) {
			this.database.bean(NewEditions.class).begin(small(JUNE));
		}
		assertThat(make(small(JUNE)).edition().name()).endsWith("/v1");
		assertThat(unfinished()).isZero();
	}

	@Test
	void runThatDiedIsTakenUpWhereItStopped() {
		var edition = died(small(JUNE));
		var made = make(small(JUNE));
		assertThat(made.published()).isTrue();
		assertThat(made.edition().number()).isEqualTo(edition.number());
		assertThat(Published.files(made.edition().path())).hasSize(3);
		assertThat(unfinished()).isZero();
	}

	@Test
	void runThatDiedIsBegunAfreshWhenTheFactsChangedSince() {
		var edition = died(small(JUNE));
		SmallCouncil.correction(this.folder.resolve("correction")).into(this.database);
		var made = make(small(JUNE));
		assertThat(made.edition().number()).isNotEqualTo(edition.number());
		assertThat(made.edition().version()).isOne();
		assertThat(unfinished()).isZero();
	}

	@Test
	void faultyTemplateLeavesNothingBehind() {
		TestHome.write(home.resolve("report-templates/faulty/document.ftlx"),
				"<pack title=\"${pack.title}\" as-at=\"${asAt}\">\n<paragraph>${authority.nmae}</paragraph>\n</pack>\n");
		assertThatExceptionOfType(FaultyTemplate.class).isThrownBy(() -> make(request("faulty", JUNE)))
			.withMessageContaining("faulty/document.ftlx, line 2");
		assertThat(this.database.sql().sql("SELECT COUNT(*) FROM editions").query(Integer.class).single()).isZero();
		assertThat(store().resolve("X99000007")).doesNotExist();
		assertThat(store().resolve(".making")).isEmptyDirectory();
	}

	@Test
	void faultyRulesAreNamedBeforeAnythingIsMade() {
		var rules = TestHome.write(home.resolve("report-templates/houses/strict/rules.yml"), "silent-days: many\n");
		var request = new PackRequest("X99000007", "small", JUNE, List.of(), "strict", false, List.of(), store(), "Performance Manager");
		assertThatExceptionOfType(FaultyTemplate.class).isThrownBy(() -> make(request)).withMessageContaining("houses/strict/rules.yml, line 1");
		assertThat(unfinished()).isZero();
		assertThat(rules).exists();
	}

	@Test
	void folderThatIsGoneIsRestoredWithTheSameBytes() throws IOException {
		var request = Published.in(small(JUNE), PackFormat.values());
		var edition = make(request).edition();
		var before = Published.files(edition.path());
		for (String name : before.keySet()) {
			Files.delete(edition.path().resolve(name));
		}
		Files.delete(edition.path());
		var made = make(request);
		assertThat(made.published()).isFalse();
		assertThat(Published.files(made.edition().path())).containsExactlyInAnyOrderEntriesOf(before);
	}

	/// What a run leaves that is killed after its snapshot was taken: a reservation and the snapshot.
	private Edition died(PackRequest request) {
		try (var _ = this.database.bean(Publishing.class).lock(request)) {
			var edition = this.database.bean(NewEditions.class).begin(request);
			this.database.bean(PackMaker.class).snapshot(edition);
			return edition;
		}
	}

	private int unfinished() {
		return this.database.sql().sql("SELECT COUNT(*) FROM editions WHERE state = 'making'").query(Integer.class).single();
	}

	private static String since(PackRuns.Made made) {
		var movement = JSON.readTree(made.edition().path().resolve("pack.json")).get("movement");
		return movement.get("since").asString("null") + " v" + movement.get("sinceVersion").asInt();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private PackRuns.Made make(PackRequest request) {
		return Published.make(this.database, request);
	}

	private PackRequest board(LocalDate asAt) {
		return request("improvement-board", asAt);
	}

	/// The starter pack under another name, which is quickly made.
	private PackRequest small(LocalDate asAt) {
		return request("small", asAt);
	}

	private PackRequest request(String pack, LocalDate asAt) {
		return Published.request(SmallCouncil.CODE, pack, asAt, store());
	}

	private Path store() {
		return this.folder.resolve("out").toAbsolutePath();
	}

}
