package org.packhorse.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.packhorse.ImportFiles;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.access.Actor;
import org.packhorse.authority.PostHolders;
import org.packhorse.pack.Editions;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.SignOff;
import org.packhorse.pack.SignOffs;
import org.packhorse.pack.Verification;

import static org.assertj.core.api.Assertions.assertThat;

/// Who may clear which draft. No rule of it is the database's, so that one is enough.
@ParameterizedClass
@MethodSource("h2")
class ApprovalTests extends Approving {

	ApprovalTests(TestDatabase database) {
		super(database);
	}

	static List<TestDatabase> h2() {
		return List.of(TestDatabases.h2());
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
	void editionIsFoundByNameAndByFolder() {
		var draft = draft();
		var approvals = this.database.bean(Approvals.class);
		assertThat(approvals.find(draft.name())).isEqualTo(draft);
		assertThat(approvals.find(draft.path().toString())).isEqualTo(draft);
		refused(PackProblem.Kind.USAGE, "There is no edition X99000007/small/2021-06-30/v9 on record", () -> approvals.find("X99000007/small/2021-06-30/v9"));
	}

}
