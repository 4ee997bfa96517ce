package org.packhorse.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.packhorse.OnEveryDatabase;
import org.packhorse.TestDatabase;
import org.packhorse.TestHome;
import org.packhorse.access.Actor;
import org.packhorse.access.AuditEntry;
import org.packhorse.access.AuditTrail;
import org.packhorse.access.AuditVerification;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.NewEditions;
import org.packhorse.pack.PackMaker;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.Publishing;
import org.packhorse.pack.SignOff;
import org.packhorse.pack.SignOffs;
import org.packhorse.pack.Verification;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What comes of the last clearance, also when processes die or do it at once.
@OnEveryDatabase
class FinalTests extends Approving {

	FinalTests(TestDatabase database) {
		super(database);
	}

	@Test
	void lastClearanceMakesTheFinalFromWhatWasCleared() {
		var draft = draft();
		assertThat(draft.request().draft()).isTrue();
		newFacts();
		var first = clear(draft, DIRECTOR, "dana");
		assertThat(first.made()).isEmpty();
		assertThat(first.progress().words()).isEqualTo("waits for Chief Executive");
		var last = clear(draft, CHIEF, "carl").made().orElseThrow();
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

	@Test
	void everyStepIsInTheAuditTrail() {
		var draft = draft();
		var last = cleared(draft);
		var trail = this.database.bean(AuditTrail.class);
		assertThat(trail.newest(draft.name(), 9).reversed().stream().skip(trail.newest(draft.name(), 9).size() - 4)).extracting(AuditEntry::action)
			.containsExactly("run", "published", "cleared", "cleared");
		assertThat(trail.newest(last.name(), 2)).extracting(AuditEntry::action).containsExactly("published", "run");
		assertThat(trail.newest(last.name(), 2)).extracting(AuditEntry::actor).as("who cleared it last").containsOnly("carl");
		assertThat(trail.newest(draft.name(), 1).getFirst().detail()).contains(CHIEF, draft.manifestSha256());
		assertThat(this.database.bean(AuditVerification.class).verify().good()).isTrue();
	}

	@Test
	void secondFinalSaysWhatWasWrongInTheFirst() {
		cleared(draft());
		newFacts();
		var draft = draft();
		clear(draft, DIRECTOR, "dana");
		refused("its final will supersede X99000007/small/2021-06-30/v2: say with --erratum what was wrong", () -> clear(draft, CHIEF, "carl"));
		var second = clear(draft, CHIEF, "carl", "The plan had the title of last year.").made().orElseThrow();
		assertThat(page(second)).contains("Version 4 takes the place of version 2", "What was wrong in it: The plan had the title of last year.");
		assertThat(letter(second, true)).contains("Version 4 takes the place of version 2", "What was wrong in it: The plan had the title of last year.");
		assertThat(letter(second, false)).contains("Version 4 takes the place of version 2").doesNotContain("wrong", "last year");
		assertThat(this.database.bean(Verification.class).verify(second.path()).faults()).isEmpty();
		refused(PackProblem.Kind.USAGE, "leave --erratum out", () -> clear(make(asked("signed", BOTH)).edition(), DIRECTOR, "dana", "Nothing"));
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

	@Test
	void draftHasOneFinalEvenWhereTheLockWasLost() {
		var draft = draft();
		begun(draft);
		refused(PackProblem.Kind.BUSY, "Another process is making the final of X99000007/small/2021-06-30/v1", () -> begun(draft));
	}

	@Test
	void finalWhoseMakingDiedIsTakenUpByTheNextLook() {
		var draft = draft();
		clear(draft, DIRECTOR, "dana");
		var signOffs = this.database.bean(SignOffs.class);
		signOffs.clear(draft, CHIEF, new Actor("carl"), "", null);
		begun(draft);
		newFacts();
		var finished = this.database.bean(Approvals.class).finish(_ -> {
		});
		assertThat(finished).extracting(Edition::name).containsExactly("X99000007/small/2021-06-30/v2");
		assertThat(this.database.bean(AuditTrail.class).newest("X99000007/small/2021-06-30/v2", 2)).extracting(AuditEntry::actor).containsOnly("carl");
		assertThat(this.database.bean(Approvals.class).finish(_ -> {
		})).isEmpty();
		assertThat(signOffs.unfinished()).isEmpty();
	}

	@Test
	void finalWhoseMakingDiedIsTakenUpByTheNextRunToo() {
		var draft = draft();
		clear(draft, DIRECTOR, "dana");
		this.database.bean(SignOffs.class).clear(draft, CHIEF, new Actor("carl"), "", null);
		begun(draft);
		assertThat(make(asked("small", BOTH)).edition().name()).isEqualTo("X99000007/small/2021-06-30/v2");
	}

	@Test
	void finalThatAnotherBuildWouldFinishIsGivenUpForANewDraft() {
		var draft = draft();
		clear(draft, DIRECTOR, "dana");
		this.database.bean(SignOffs.class).clear(draft, CHIEF, new Actor("carl"), "", null);
		begun(draft);
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
		var begun = begun(draft);
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
		assertThat(clear(draft, CHIEF, "carl").made().orElseThrow().version()).isEqualTo(2);
	}

	/// What is left of a final whose making died at once.
	private Edition begun(Edition draft) {
		try (var _ = this.database.bean(Publishing.class).lock(draft.request())) {
			return this.database.bean(NewEditions.class).beginFinal(draft, null);
		}
	}

	private static JsonNode manifest(Edition edition) {
		return JsonMapper.builder().build().readTree(edition.path().resolve("manifest.json"));
	}

	private String letter(Edition edition, boolean headlines) {
		return this.database.bean(PackMaker.class).letter(edition, headlines).plain();
	}

	private Optional<Approvals.Cleared> tried(Edition draft, String account) {
		try {
			return Optional.of(clear(draft, CHIEF, account));
		}
		catch (PackProblem ex) {
			return Optional.empty();
		}
	}

}
