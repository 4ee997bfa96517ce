package org.packhorse.tracker;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhorse.OnEveryDatabase;
import org.packhorse.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// Lists and addresses are refused when they are loaded, not when a pack is to go out.
@OnEveryDatabase
class DistributionListTests {

	private static final String LISTS = """
			authority,list,title,audience,domains,formats
			X99000001,board,The board,restricted,exampleshire.example health.example,docx pdf
			X99000001,public,Readers,public,,
			""";

	private static final String RECIPIENTS = "authority,list,email,name,clearance,until\n";

	private final TestDatabase database;

	@TempDir
	private Path folder;

	DistributionListTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void startFromNothing() {
		this.database.clear();
		assertThat(load("authorities", Trackers.AUTHORITIES)).isEmpty();
		assertThat(load("distribution_lists", LISTS)).isEmpty();
	}

	@Test
	void anAddressIsKeptWithItsDomainInSmallLetters() {
		assertThat(load("recipients", RECIPIENTS + "X99000001,board,Chair@Health.EXAMPLE,Independent chair,restricted,2026-03-31\n")).isEmpty();
		assertThat(this.database.sql().sql("SELECT email FROM recipients").query(String.class).single()).isEqualTo("Chair@health.example");
		assertThat(this.database.sql().sql("SELECT formats FROM distribution_lists WHERE list = 'board'").query(String.class).single()).isEqualTo("docx pdf");
	}

	@Test
	void anAddressOutsideItsListsDomainsIsRefusedWithItsPlace() {
		var problems = load("recipients", RECIPIENTS + "X99000001,board,chair@elsewhere.example,,restricted,\n");
		assertThat(problems).singleElement().satisfies(problem -> {
			assertThat(problem.row()).isEqualTo(2);
			assertThat(problem.column()).isEqualTo("email");
			assertThat(problem.found()).isEqualTo("chair@elsewhere.example is outside the domains of its list: exampleshire.example health.example");
		});
	}

	@Test
	void aDomainThatOnlyEndsAlikeIsAnotherOne() {
		assertThat(load("recipients", RECIPIENTS + "X99000001,board,chair@shire.example,,restricted,\nX99000001,board,a@xhealth.example,,restricted,\n"))
			.extracting(TrackerProblem::row)
			.containsExactly(2, 3);
	}

	@Test
	void domainsOfTheSameLoadCount() {
		var lists = Trackers.csv(this.folder, "distribution_lists", "authority,list,title,audience,domains\nX99000001,board,The board,restricted,new.example\n");
		var people = Trackers.csv(this.folder, "recipients", RECIPIENTS + "X99000001,board,chair@new.example,,restricted,\nX99000001,board,chair@health.example,,restricted,\n");
		assertThat(problems(lists, people)).extracting(TrackerProblem::found)
			.containsExactly("chair@health.example is outside the domains of its list: new.example");
	}

	@Test
	void anUnknownListIsRefusedWithTheNearestName() {
		assertThat(load("recipients", RECIPIENTS + "X99000001,bord,chair@health.example,,restricted,\n")).singleElement()
			.satisfies(problem -> assertThat(problem.remedy()).contains("board"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "chair", "chair@", "@health.example", "chair@@health.example", "chair@health", "a chair@health.example", "Chair <chair@health.example>",
			"chair@health.example;other@health.example", "\"chair\r\nBcc: x@health.example\"", "\"chair@health.example\nx\"", "chair@-health.example", ".chair@health.example",
			"\"\"\"chair\"\"@health.example\"" })
	void whatIsNoPlainAddressIsRefused(String address) {
		assertThat(load("recipients", RECIPIENTS + "X99000001,public," + address + ",,public,\n")).isNotEmpty().allSatisfy(problem -> assertThat(problem.column()).isEqualTo("email"));
	}

	@Test
	void aNameIsOneLine() {
		assertThat(load("recipients", RECIPIENTS + "X99000001,public,a@b.example,\"Chair\nBcc: x@y.example\",public,\n")).singleElement()
			.satisfies(problem -> assertThat(problem.found()).contains("line break"));
		assertThat(load("recipients", RECIPIENTS + "X99000001,public,a@b.example,Ch\u0000air,public,\n")).singleElement()
			.satisfies(problem -> assertThat(problem.found()).contains("NUL"));
	}

	@Test
	void aListForRestrictedPacksNamesItsDomains() {
		assertThat(load("distribution_lists", "authority,list,title,audience,domains\nX99000001,open,Open,restricted,\n")).singleElement()
			.satisfies(problem -> assertThat(problem.column()).isEqualTo("domains"));
	}

	@Test
	void aLinkHasNoPassword() {
		assertThat(load("distribution_lists", "authority,list,title,audience,delivery,protection\nX99000001,open,Open,public,link,password\n")).singleElement()
			.satisfies(problem -> assertThat(problem.column()).isEqualTo("protection"));
	}

	private List<TrackerProblem> load(String table, String text) {
		return problems(Trackers.csv(this.folder, table, text));
	}

	private List<TrackerProblem> problems(Path... files) {
		return this.database.bean(TrackerImport.class).load(List.of(files), false, Progress.NONE).stream().flatMap(file -> file.problems().stream()).toList();
	}

}
