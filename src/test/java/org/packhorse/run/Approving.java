package org.packhorse.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.packhorse.ImportFiles;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestHome;
import org.packhorse.access.Actor;
import org.packhorse.pack.Edition;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.SignOff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// A small council with two posts, each with its holders, and a pack that both have to clear.
abstract class Approving {

	static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

	static final String DIRECTOR = "Director of Children's Services";

	static final String CHIEF = "Chief Executive";

	static final SignOff BOTH = new SignOff(List.of(DIRECTOR, CHIEF), List.of("board"), "monthly");

	static Path home;

	final TestDatabase database;

	@TempDir
	Path folder;

	Approving(TestDatabase database) {
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

	PackRuns.Made make(PackRequest request) {
		return this.database.bean(PackRuns.class).make(request, 0, _ -> {
		});
	}

	PackRequest asked(String pack, SignOff signOff) {
		return new PackRequest(SmallCouncil.CODE, pack, JUNE, List.of(), null, false, List.of(), this.folder.resolve("out"), "asker").signedOff(signOff);
	}

	Edition draft() {
		return make(asked("small", BOTH)).edition();
	}

	Approvals.Cleared clear(Edition draft, String post, String account) {
		return clear(draft, post, account, null);
	}

	Approvals.Cleared clear(Edition draft, String post, String account, String erratum) {
		return this.database.bean(Approvals.class).clear(draft, new Approvals.Said(post, new Actor(account), "", erratum), _ -> {
		});
	}

	Edition cleared(Edition draft) {
		clear(draft, DIRECTOR, "dana");
		return clear(draft, CHIEF, "carl").made().orElseThrow();
	}

	void refused(PackProblem.Kind kind, String words, Runnable clearance) {
		assertThatExceptionOfType(PackProblem.class).isThrownBy(clearance::run)
			.satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind))
			.withMessageContaining(words);
	}

	void refused(String words, Runnable clearance) {
		refused(PackProblem.Kind.DECISION, words, clearance);
	}

	static String page(Edition edition) {
		try {
			return Files.readString(edition.path().resolve("testingham-" + edition.request().pack() + "-2021-06-30.html"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void newFacts() {
		new ImportFiles(this.folder.resolve("more")).csv("plans", "authority,code,title\nX99000007,P1,Plan of another name\n").into(this.database);
	}

}
