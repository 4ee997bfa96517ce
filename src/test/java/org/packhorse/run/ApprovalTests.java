package org.packhorse.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.packhorse.ImportFiles;
import org.packhorse.OnEveryDatabase;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestHome;
import org.packhorse.access.Actor;
import org.packhorse.access.AuditEntry;
import org.packhorse.access.AuditTrail;
import org.packhorse.access.AuditVerification;
import org.packhorse.authority.PostHolders;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.NewEditions;
import org.packhorse.pack.PackMaker;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.SignOff;
import org.packhorse.pack.SignOffs;
import org.packhorse.pack.Verification;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.schedule.ScheduleProblem;
import org.packhorse.template.TemplateFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Who may clear which draft, and what comes of it.
@OnEveryDatabase
class ApprovalTests {

	private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

	private static final String DIRECTOR = "Director of Children's Services";

	private static final String CHIEF = "Chief Executive";

	private static final SignOff BOTH = new SignOff(List.of(DIRECTOR, CHIEF), List.of("board"), "monthly");

	private static Path home;

	private final TestDatabase database;

	@TempDir
	private Path folder;

	ApprovalTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void startAtHome(TestDatabase database) {
		home = TestHome.fresh("approvals");
		var templates = home.resolve("report-templates");
		TestHome.copy(templates.resolve("_starter"), templates.resolve("small"));
		TestHome.write(templates.resolve("small/pack.yml"), "title: Small pack\naudience: members\nformats: [html]\n");
		TestHome.copy(templates.resolve("small"), templates.resolve("signed"));
		TestHome.write(templates.resolve("signed/pack.yml"), "title: Signed pack\naudience: members\nformats: [html]\nsign-off: [" + CHIEF + "]\n");
		database.home(home);
	}

	@BeforeEach
	void load() {
		this.database.clear();
		SmallCouncil.files(this.folder.resolve("tables")).csv("post_holders", """
				authority,post,account,until
				X99000007,Director of Children's Services,dana,
				X99000007,Director of Children's Services,olive,2021-12-31
				X99000007,Director of Children's Services,asker,
				X99000007,Chief Executive,carl,
				X99000007,Chief Executive,dana,
				""").into(this.database);
	}

	private PackRuns.Made make(PackRequest request) {
		return this.database.bean(PackRuns.class).make(request, _ -> {
		});
	}

	private PackRequest asked(String pack, SignOff signOff) {
		return new PackRequest(SmallCouncil.CODE, pack, JUNE, List.of(), null, false, List.of(), this.folder.resolve("out"), "asker").signedOff(signOff);
	}

	private Edition draft() {
		return make(asked("small", BOTH)).edition();
	}

	private Approvals.Cleared clear(Edition draft, String post, String account) {
		return clear(draft, post, account, null);
	}

	private Approvals.Cleared clear(Edition draft, String post, String account, String erratum) {
		return this.database.bean(Approvals.class).clear(draft, new Approvals.Said(post, new Actor(account), "", erratum), _ -> {
		});
	}

	private Edition cleared(Edition draft) {
		clear(draft, DIRECTOR, "dana");
		return clear(draft, CHIEF, "carl").made().orElseThrow().edition();
	}

	private void refused(PackProblem.Kind kind, String words, Runnable clearance) {
		assertThatExceptionOfType(PackProblem.class).isThrownBy(clearance::run)
			.satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind))
			.withMessageContaining(words);
	}

	private void refused(String words, Runnable clearance) {
		refused(PackProblem.Kind.DECISION, words, clearance);
	}

	private static String page(Edition edition) {
		try {
			return Files.readString(edition.path().resolve("testingham-" + edition.request().pack() + "-2021-06-30.html"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void newFacts() {
		new ImportFiles(this.folder.resolve("more")).csv("plans", "authority,code,title\nX99000007,P1,Plan of another name\n").into(this.database);
	}

	@Test
	void lastClearanceMakesTheFinalFromWhatWasCleared() {
		var draft = draft();
		assertThat(draft.request().draft()).isTrue();
		newFacts();
		var first = clear(draft, DIRECTOR, "dana");
		assertThat(first.made()).isEmpty();
		assertThat(first.progress().words()).isEqualTo("waits for Chief Executive");
		var last = clear(draft, CHIEF, "carl").made().orElseThrow().edition();
		assertThat(last.name()).isEqualTo("X99000007/small/2021-06-30/v2");
		assertThat(last.request().draft()).isFalse();
		assertThat(page(draft)).contains("DRAFT");
		assertThat(page(last)).doesNotContain("DRAFT").doesNotContain("takes the place of");
		assertThat(this.database.bean(Verification.class).verify(last.path()).faults()).isEmpty();
	}

	@Test
	void manifestNamesThePostsAndTheDayAndNoPerson() {
		var manifest = manifest(cleared(draft()));
		assertThat(manifest.get("state").asString()).isEqualTo("final");
		assertThat(manifest.get("clearances").valueStream().map(cleared -> cleared.get("post").asString())).containsExactly(DIRECTOR, CHIEF);
		assertThat(manifest.get("clearances").get(0).propertyNames()).containsExactly("post", "clearedOn");
	}

	private static JsonNode manifest(Edition edition) {
		return JsonMapper.builder().build().readTree(edition.path().resolve("manifest.json"));
	}

	@Test
	void everyStepIsInTheAuditTrail() {
		var draft = draft();
		var last = cleared(draft);
		var trail = this.database.bean(AuditTrail.class);
		assertThat(trail.newest(draft.name(), 9).reversed().stream().skip(trail.newest(draft.name(), 9).size() - 4)).extracting(AuditEntry::action)
			.containsExactly("run", "published", "cleared", "cleared");
		assertThat(trail.newest(last.name(), 2)).extracting(AuditEntry::action).containsExactly("published", "run");
		assertThat(trail.newest(draft.name(), 1).getFirst().detail()).contains(CHIEF, draft.manifestSha256());
		assertThat(this.database.bean(AuditVerification.class).verify().good()).isTrue();
	}

	@Test
	void onePersonClearsForOnePost() {
		var draft = draft();
		clear(draft, DIRECTOR, "dana");
		refused("dana has cleared X99000007/small/2021-06-30/v1 for Director of Children's Services, and one person clears for one post.",
				() -> clear(draft, CHIEF, "dana"));
	}

	/// Two ways to write one é: neither two persons, nor a holder who is not found.
	@Test
	void accentsWrittenInTwoWaysAreOnePerson() {
		new ImportFiles(this.folder.resolve("holders")).csv("post_holders", """
				authority,post,account
				X99000007,Director of Children's Services,rene\u0301
				X99000007,Chief Executive,ren\u00e9
				""").into(this.database);
		var draft = draft();
		clear(draft, DIRECTOR, "ren\u00e9");
		refused("and one person clears for one post.", () -> clear(draft, CHIEF, "rene\u0301"));
		assertThat(this.database.sql().sql("SELECT DISTINCT account FROM post_holders WHERE account LIKE 'ren%'").query(String.class).list()).containsExactly("ren\u00e9");
	}

	@Test
	void oneAccountIsOnePersonWhereTheSettingSaysSo() {
		var draft = draft();
		var rules = new ClearanceRules(this.database.bean(SignOffs.class), this.database.bean(Editions.class), this.database.bean(PostHolders.class),
				this.database.bean(Verification.class), this.database.bean(Clock.class), true);
		var dana = new Actor("dana", "shared");
		this.database.bean(SignOffs.class).clear(draft, DIRECTOR, dana, "", null);
		var progress = this.database.bean(SignOffs.class).of(draft).orElseThrow();
		refused("has been cleared for Director of Children's Services through the account shared",
				() -> rules.demandMayClear(draft, progress, new Approvals.Said(CHIEF, new Actor("carl", "shared"), "", null)));
		rules.demandMayClear(draft, progress, new Approvals.Said(CHIEF, new Actor("carl"), "", null));
	}

	@Test
	void whoeverAskedCannotClear() {
		var draft = draft();
		refused("asker asked for X99000007/small/2021-06-30/v1 and cannot clear it", () -> clear(draft, DIRECTOR, "asker"));
	}

	@Test
	void whoeverChangedTemplatesCannotClear() throws IOException {
		var file = home.resolve("report-templates/small/document.ftlx");
		var owner = Files.getOwner(file).getName();
		this.database.sql().sql("INSERT INTO post_holders (authority, post, account) VALUES ('X99000007', ?, ?)").params(CHIEF, owner).update();
		var first = draft();
		refused(owner + " changed templates that", () -> clear(first, CHIEF, owner));
		cleared(first);
		newFacts();
		var unchanged = draft();
		clear(unchanged, CHIEF, owner);
		var before = Files.readString(file);
		try {
			Files.writeString(file, before.replace("Write your own words", "Write words of your own"));
			var changed = draft();
			refused(owner + " changed templates that", () -> clear(changed, CHIEF, owner));
		}
		finally {
			Files.writeString(file, before);
		}
	}

	@Test
	void finalMadeByHandHidesNobodysTemplates() throws IOException {
		var owner = Files.getOwner(home.resolve("report-templates/small/document.ftlx")).getName();
		this.database.sql().sql("INSERT INTO post_holders (authority, post, account) VALUES ('X99000007', ?, ?)").params(CHIEF, owner).update();
		make(asked("small", SignOff.NONE));
		newFacts();
		var draft = draft();
		refused(owner + " changed templates that", () -> clear(draft, CHIEF, owner));
	}

	@Test
	void onlyHoldersOfThePostClearForIt() {
		var draft = draft();
		refused("carl is not on file as Director of Children's Services of X99000007", () -> clear(draft, DIRECTOR, "carl"));
		refused("olive is not on file", () -> clear(draft, DIRECTOR, "olive"));
		refused(PackProblem.Kind.USAGE, "does not need 'Head of Care'; the posts that clear it are: Director of Children's Services; Chief Executive.",
				() -> clear(draft, "Head of Care", "carl"));
	}

	@Test
	void postIsClearedOnce() {
		var draft = draft();
		this.database.sql().sql("INSERT INTO post_holders (authority, post, account) VALUES ('X99000007', ?, 'dora')").param(DIRECTOR).update();
		clear(draft, DIRECTOR, "dana");
		refused("has been cleared for Director of Children's Services already, by dana.", () -> clear(draft, DIRECTOR, "dora"));
	}

	@Test
	void finalsAndDraftsThatNobodyHasToClearAreNotCleared() {
		var draft = draft();
		var last = cleared(draft);
		refused("v2 is final: there is nothing to clear", () -> clear(last, CHIEF, "carl"));
		refused("v2 is its final.", () -> clear(draft, CHIEF, "carl"));
		var plain = make(new PackRequest(SmallCouncil.CODE, "small", LocalDate.of(2021, 5, 31), List.of(), null, true, List.of(), this.folder.resolve("out"), "asker")).edition();
		refused("waits for nobody: it was made without sign-off.", () -> clear(plain, CHIEF, "carl"));
	}

	@Test
	void draftThatANewerOneSupersedesIsNotCleared() {
		var old = draft();
		newFacts();
		draft();
		refused("v1 is superseded: X99000007/small/2021-06-30/v2 is newer.", () -> clear(old, DIRECTOR, "dana"));
	}

	@Test
	void changedFilesAreNotCleared() throws IOException {
		var draft = draft();
		var page = draft.path().resolve("testingham-small-2021-06-30.html");
		var other = page(draft).replace("This pack shows", "This pack hides");
		Files.delete(page);
		Files.writeString(page, other);
		refused(PackProblem.Kind.INPUT, "is not what was published: its SHA-256 differs from the manifest's.", () -> clear(draft, DIRECTOR, "dana"));
		assertThat(this.database.bean(SignOffs.class).of(draft).orElseThrow().waitsFor()).hasSize(2);
	}

	@Test
	void draftThatWasSentBackIsClearedByNobodyAndMadeAfresh() {
		var draft = draft();
		this.database.bean(Approvals.class).sendBack(draft, CHIEF, new Actor("carl"), "Section 2 has last month's words.");
		refused("was sent back by carl for Chief Executive: Section 2 has last month's words.", () -> clear(draft, DIRECTOR, "dana"));
		var afresh = make(asked("small", BOTH));
		assertThat(afresh.edition().version()).isEqualTo(2);
		assertThat(afresh.waitsFor()).containsExactly(DIRECTOR, CHIEF);
	}

	@Test
	void runAgainFindsTheDraftThatWaitsAndLaterItsFinal() {
		var draft = draft();
		assertThat(make(asked("small", BOTH)).edition()).isEqualTo(draft);
		var last = cleared(draft);
		assertThat(make(asked("small", BOTH)).edition()).isEqualTo(last);
		assertThat(make(asked("small", SignOff.NONE)).edition()).isEqualTo(last);
	}

	@Test
	void finalThatFewerPostsClearedIsClearedAfreshByTheOthers() {
		var one = make(asked("small", new SignOff(List.of(CHIEF), List.of(), ""))).edition();
		clear(one, CHIEF, "carl");
		var afresh = make(asked("small", BOTH));
		assertThat(afresh.edition().version()).isEqualTo(3);
		assertThat(afresh.waitsFor()).containsExactly(DIRECTOR, CHIEF);
		var byNobody = make(new PackRequest(SmallCouncil.CODE, "small", LocalDate.of(2021, 5, 31), List.of(), null, false, List.of(), this.folder.resolve("out"), "asker"));
		assertThat(byNobody.edition().request().draft()).isFalse();
		var draft = make(new PackRequest(SmallCouncil.CODE, "small", LocalDate.of(2021, 5, 31), List.of(), null, false, List.of(), this.folder.resolve("out"), "asker").signedOff(BOTH));
		assertThat(draft.waitsFor()).containsExactly(DIRECTOR, CHIEF);
	}

	@Test
	void secondFinalSaysWhatWasWrongInTheFirst() {
		cleared(draft());
		newFacts();
		var draft = draft();
		clear(draft, DIRECTOR, "dana");
		refused("its final will supersede X99000007/small/2021-06-30/v2: say with --erratum what was wrong", () -> clear(draft, CHIEF, "carl"));
		var second = clear(draft, CHIEF, "carl", "The plan had the title of last year.").made().orElseThrow().edition();
		assertThat(page(second)).contains("Version 4 takes the place of version 2", "What was wrong in it: The plan had the title of last year.");
		assertThat(letter(second, true)).contains("Version 4 takes the place of version 2", "What was wrong in it: The plan had the title of last year.");
		assertThat(letter(second, false)).contains("Version 4 takes the place of version 2").doesNotContain("wrong", "last year");
		assertThat(this.database.bean(Verification.class).verify(second.path()).faults()).isEmpty();
		refused(PackProblem.Kind.USAGE, "leave --erratum out", () -> clear(make(asked("signed", BOTH)).edition(), DIRECTOR, "dana", "Nothing"));
	}

	private String letter(Edition edition, boolean headlines) {
		return this.database.bean(PackMaker.class).letter(edition, headlines).plain();
	}

	@Test
	void secondFinalMadeByHandSaysThatNobodySaidWhatWasWrong() {
		make(asked("small", SignOff.NONE));
		newFacts();
		var second = make(asked("small", SignOff.NONE)).edition();
		assertThat(page(second)).contains("Version 2 takes the place of version 1", "No note was given of what was wrong in it.");
		assertThat(make(asked("small", SignOff.NONE)).edition()).as("the same facts").isEqualTo(second);
	}

	@Test
	void packThatNamesPostsIsNoLongerMadeFinalByHand() {
		var made = make(asked("signed", SignOff.NONE));
		assertThat(made.edition().request().draft()).isTrue();
		assertThat(made.waitsFor()).containsExactly(CHIEF);
		var last = clear(made.edition(), CHIEF, "carl").made().orElseThrow().edition();
		assertThat(make(asked("signed", SignOff.NONE)).edition()).as("its final stands").isEqualTo(last);
	}

	@Test
	void packMadeByHandWaitsForThePostsOfItsScheduleAsADraftOrNot() {
		schedule("monthly", "sign-off: [Chief Executive]", "lists: [board]");
		var told = new ArrayList<String>();
		var made = this.database.bean(PackRuns.class).make(asked("small", SignOff.NONE), told::add);
		assertThat(made.edition().request().draft()).isTrue();
		assertThat(made.waitsFor()).containsExactly(CHIEF);
		assertThat(told).first().asString().isEqualTo("made as a draft, for Chief Executive must clear it (so schedule monthly says)");
		var byHand = new PackRequest(SmallCouncil.CODE, "small", LocalDate.of(2021, 5, 31), List.of(), null, true, List.of(), this.folder.resolve("out"), "asker");
		assertThat(make(byHand).waitsFor()).containsExactly(CHIEF);
		schedule("monthly", "enabled: no", "sign-off: [Chief Executive]", "lists: [board]");
		assertThat(make(new PackRequest(SmallCouncil.CODE, "small", LocalDate.of(2021, 4, 30), List.of(), null, false, List.of(), this.folder.resolve("out"), "asker"))
			.waitsFor()).as("a schedule that rests").isEmpty();
	}

	@Test
	void listsOfASecondScheduleAreKeptAndTheOrderOfPostsTellsNothing() {
		var draft = draft();
		assertThat(make(asked("small", new SignOff(List.of(CHIEF, DIRECTOR), List.of("members"), "weekly"))).edition()).isEqualTo(draft);
		var signOffs = this.database.bean(SignOffs.class);
		assertThat(signOffs.of(draft).orElseThrow().lists()).containsExactly("board", "members");
		assertThat(this.database.bean(AuditTrail.class).newest(draft.name(), 1).getFirst().action()).isEqualTo("lists added");
		assertThat(signOffs.owed(cleared(draft))).containsExactly("board", "members");
	}

	@Test
	void schedulesWithOtherPostsForOnePackAreAtFault() {
		schedule("monthly", "sign-off: [Chief Executive]", "lists: [board]");
		schedule("weekly");
		schedule("writers", "draft: yes");
		var check = this.database.bean(ScheduleCheck.class);
		var folder = ScheduleFolder.open(home.resolve("schedules"), TemplateFolder.open(home.resolve("report-templates")));
		folder.files().forEach(check::check);
		assertThat(folder.problems()).extracting(ScheduleProblem::toString)
			.filteredOn(problem -> problem.contains("other posts"))
			.satisfiesExactly(
					first -> assertThat(first).contains("monthly.yml", "Schedule weekly is enabled for the same pack of X99000007 and names other posts for sign-off"),
					second -> assertThat(second).contains("weekly.yml", "Schedule monthly is enabled"));
	}

	@Test
	void anotherScheduleOfThePackDoesNotGoRoundTheSignOff() {
		schedule("monthly", "sign-off: [Chief Executive]", "lists: [board]");
		var made = make(asked("small", new SignOff(List.of(), List.of("members"), "weekly")));
		assertThat(made.waitsFor()).containsExactly(CHIEF);
		assertThat(this.database.bean(SignOffs.class).of(made.edition()).orElseThrow().lists()).containsExactly("members", "board");
	}

	private static void schedule(String name, String... settings) {
		var lines = new ArrayList<>(List.of("title: Every month", "packs: [small]", "authorities: all", "as-at: date of run", "when: last working day of the month at 09:00",
				"readiness: go with the gaps printed", "catch-up: run once"));
		if (!List.of(settings).contains("enabled: no")) {
			lines.add("enabled: yes");
		}
		lines.addAll(List.of(settings));
		TestHome.write(home.resolve("schedules").resolve(name + ".yml"), String.join("\n", lines) + "\n");
	}

	@AfterEach
	void forgetSchedules() {
		TestHome.delete(home.resolve("schedules"));
	}

	@Test
	void finalIsDueForItsListsUntilTheyAreSeenTo() {
		var signOffs = this.database.bean(SignOffs.class);
		var draft = draft();
		assertThat(signOffs.dueForLists()).isEmpty();
		var last = cleared(draft);
		assertThat(signOffs.dueForLists()).containsExactly(new SignOffs.Due(last, List.of("board"), "monthly"));
		assertThat(signOffs.posted(last)).isTrue();
		assertThat(signOffs.posted(last)).isFalse();
		assertThat(signOffs.dueForLists()).isEmpty();
	}

	@Test
	void scheduledFinalThatNobodyClearsIsDueAtOnce() {
		var made = make(asked("small", new SignOff(List.of(), List.of("board"), "monthly")));
		assertThat(made.edition().request().draft()).isFalse();
		assertThat(this.database.bean(SignOffs.class).dueForLists()).extracting(SignOffs.Due::edition).containsExactly(made.edition());
	}

	@Test
	void twoLastClearancesAtOnceMakeOneFinal() throws Exception {
		var draft = draft();
		this.database.sql().sql("INSERT INTO post_holders (authority, post, account) VALUES ('X99000007', ?, 'cora')").param(CHIEF).update();
		clear(draft, DIRECTOR, "dana");
		try (var both = Executors.newFixedThreadPool(2)) {
			Callable<Optional<Approvals.Cleared>> carl = () -> tried(draft, "carl");
			Callable<Optional<Approvals.Cleared>> cora = () -> tried(draft, "cora");
			var ended = both.invokeAll(List.of(carl, cora));
			assertThat(List.of(ended.get(0).get(), ended.get(1).get())).as("one of them").filteredOn(Optional::isPresent).hasSize(1);
		}
		assertThat(this.database.bean(Editions.class).later(draft)).extracting(Edition::version).containsExactly(2);
	}

	private Optional<Approvals.Cleared> tried(Edition draft, String account) {
		try {
			return Optional.of(clear(draft, CHIEF, account));
		}
		catch (PackProblem ex) {
			return Optional.empty();
		}
	}

	@Test
	void draftHasOneFinalEvenWhereTheLockWasLost() {
		var draft = draft();
		var begin = this.database.bean(NewEditions.class);
		begin.beginFinal(draft, null);
		refused(PackProblem.Kind.BUSY, "Another process is making the final of X99000007/small/2021-06-30/v1", () -> begin.beginFinal(draft, null));
	}

	@Test
	void finalWhoseMakingDiedIsTakenUpByTheNextLook() {
		var draft = draft();
		clear(draft, DIRECTOR, "dana");
		var signOffs = this.database.bean(SignOffs.class);
		signOffs.clear(draft, CHIEF, new Actor("carl"), "", null);
		this.database.bean(NewEditions.class).beginFinal(draft, null);
		newFacts();
		var finished = this.database.bean(Approvals.class).finish(_ -> {
		});
		assertThat(finished).extracting(made -> made.edition().name()).containsExactly("X99000007/small/2021-06-30/v2");
		assertThat(this.database.bean(Approvals.class).finish(_ -> {
		})).isEmpty();
		assertThat(signOffs.unfinished()).isEmpty();
	}

	@Test
	void finalWhoseMakingDiedIsTakenUpByTheNextRunToo() {
		var draft = draft();
		clear(draft, DIRECTOR, "dana");
		this.database.bean(SignOffs.class).clear(draft, CHIEF, new Actor("carl"), "", null);
		this.database.bean(NewEditions.class).beginFinal(draft, null);
		assertThat(make(asked("small", BOTH)).edition().name()).isEqualTo("X99000007/small/2021-06-30/v2");
	}

	@Test
	void finalThatAnotherBuildWouldFinishIsGivenUpForANewDraft() {
		var draft = draft();
		clear(draft, DIRECTOR, "dana");
		this.database.bean(SignOffs.class).clear(draft, CHIEF, new Actor("carl"), "", null);
		this.database.bean(NewEditions.class).beginFinal(draft, null);
		this.database.sql().sql("UPDATE editions SET software = 'Packhorse of last year' WHERE id = ?").param(draft.number()).update();
		var told = new ArrayList<String>();
		assertThat(this.database.bean(Approvals.class).finish(told::add)).isEmpty();
		assertThat(told).singleElement().asString().contains("its final was not made", "was made by Packhorse of last year", "make a new draft");
		refused("was made by Packhorse of last year", () -> clear(this.database.bean(Editions.class).find(draft.number()), CHIEF, "carl"));
		this.database.sql().sql("UPDATE editions SET fingerprint = 'of last year' WHERE id = ?").param(draft.number()).update();
		var afresh = make(asked("small", BOTH));
		assertThat(afresh.edition().request().draft()).isTrue();
		assertThat(afresh.waitsFor()).containsExactly(DIRECTOR, CHIEF);
	}

	/// A folder of another's stands where the final has to go.
	@Test
	void finalThatCannotBeMadeIsTriedOnceAndRests() throws IOException {
		var draft = draft();
		clear(draft, DIRECTOR, "dana");
		this.database.bean(SignOffs.class).clear(draft, CHIEF, new Actor("carl"), "", null);
		var begun = this.database.bean(NewEditions.class).beginFinal(draft, null);
		Files.createDirectories(begun.path());
		Files.writeString(begun.path().resolve("manifest.json"), Files.readString(draft.path().resolve("manifest.json")));
		var told = new ArrayList<String>();
		var approvals = this.database.bean(Approvals.class);
		approvals.finish(told::add);
		long entries = this.database.bean(AuditTrail.class).newest(1).getFirst().seq();
		approvals.finish(told::add);
		assertThat(told).filteredOn(line -> line.contains("its final was not made")).hasSize(1);
		assertThat(this.database.bean(AuditTrail.class).newest(1).getFirst().seq()).isEqualTo(entries);
		TestHome.delete(begun.path());
		assertThat(clear(draft, CHIEF, "carl").made()).as("a person is not made to wait").isPresent();
	}

	@Test
	void finalIsNotFinishedFromFilesThatWereChangedAfterTheyWereCleared() throws IOException {
		var draft = draft();
		clear(draft, DIRECTOR, "dana");
		this.database.bean(SignOffs.class).clear(draft, CHIEF, new Actor("carl"), "", null);
		var page = draft.path().resolve("testingham-small-2021-06-30.html");
		var other = page(draft).replace("This pack shows", "This pack hides");
		Files.delete(page);
		Files.writeString(page, other);
		assertThat(this.database.bean(Approvals.class).finish(_ -> {
		})).isEmpty();
		assertThat(make(asked("small", BOTH)).edition().version()).as("another draft").isEqualTo(2);
	}

	@Test
	void clearanceThatDiedBeforeItsFinalBeganIsFinishedByAnotherApproval() {
		var draft = draft();
		clear(draft, DIRECTOR, "dana");
		this.database.bean(SignOffs.class).clear(draft, CHIEF, new Actor("carl"), "", null);
		assertThat(clear(draft, CHIEF, "carl").made().orElseThrow().edition().version()).isEqualTo(2);
	}

	@Test
	void editionIsFoundByNameAndByFolder() {
		var draft = draft();
		var approvals = this.database.bean(Approvals.class);
		assertThat(approvals.find(draft.name())).isEqualTo(draft);
		assertThat(approvals.find(draft.path().toString())).isEqualTo(draft);
		refused(PackProblem.Kind.USAGE, "There is no edition X99000007/small/2021-06-30/v9 on record", () -> approvals.find("X99000007/small/2021-06-30/v9"));
	}

}
