package org.packhorse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.packhorse.ImportFiles;
import org.packhorse.SmallCouncil;
import org.packhorse.TestHome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// Sign-off as officers meet it: a draft, two posts, a final, another that supersedes it, and the trail of all that.
@ResourceLock(CommandTests.ONE_AT_A_TIME)
class SignOffCommandTests {

	private static final String NAME = "X99000007/quick/2021-06-30/";

	private static Path home;

	private record Ended(int exitCode, String out, String err) {

		Ended {
			assertThat(out + err).doesNotContain("\tat ").doesNotContain("Exception").doesNotContain("Caused by");
		}

		JsonNode json() {
			return JsonMapper.builder().build().readTree(this.out);
		}

		Ended andIs(int exitCode) {
			assertThat(this.exitCode).as(this.out + this.err).isEqualTo(exitCode);
			return this;
		}

	}

	@BeforeAll
	static void prepare() throws IOException {
		home = TestHome.fresh("sign-off");
		var tables = home.resolve("tables");
		SmallCouncil.files(tables)
			.csv("post_holders", "authority,post,account\nX99000007,Head of Care,hana\nX99000007,Chief Executive,carl\nX99000007,Head of Care,asker\n");
		var templates = home.resolve("report-templates");
		TestHome.copy(templates.resolve("_starter"), templates.resolve("quick"));
		TestHome.write(templates.resolve("quick/pack.yml"), "title: Quick pack\naudience: members\n");
		as("loader", Stream.concat(Stream.of("load"), ImportFiles.of(tables).files().stream().map(Path::toString)).toArray(String[]::new)).andIs(0);
	}

	/// One story, because each step stands on the one before.
	@Test
	void draftIsClearedByTwoPostsAndItsFinalSupersededWithAnErratum() throws Exception {
		var run = asker("run", "quick", "--as-at", "2021-06-30", "--formats", "html", "--sign-off", "Head of Care", "--sign-off", "Chief Executive").andIs(0);
		assertThat(run.out()).contains("a draft that waits for: ./packhorse approve " + NAME + "v1 --post \"Head of Care\"");
		var first = as("hana", "approve", NAME + "v1", "--post", "Head of Care", "--note", "Read twice.", "--json").andIs(0).json();
		assertThat(first.get("signOff").get("waitsFor").toString()).isEqualTo("[\"Chief Executive\"]");
		assertThat(as("carl", "approve", home.resolve("out/" + NAME + "v1").toString(), "--post", "Chief Executive").andIs(0).out())
			.contains(NAME + "v2: published, final");

		TestHome.write(home.resolve("more/plans.csv"), "authority,code,title\nX99000007,P1,Plan of another name\n");
		as("loader", "load", home.resolve("more/plans.csv").toString()).andIs(0);
		TestHome.write(home.resolve("schedules/monthly.yml"), """
				title: Every month
				enabled: yes
				packs: [quick]
				authorities: all
				as-at: month end
				when: last working day of the month at 09:00
				readiness: go with the gaps printed
				catch-up: run once
				sign-off: [Chief Executive]
				lists: [board]
				""");
		assertThat(asker("run", "quick", "--as-at", "2021-06-30").andIs(0).err()).contains("made as a draft, for Chief Executive must clear it (so schedule monthly says)");
		assertThat(as("carl", "approve", NAME + "v3", "--post", "Chief Executive").andIs(4).err()).contains("say with --erratum what was wrong");
		as("carl", "approve", NAME + "v3", "--post", "Chief Executive", "--erratum", "The plan had the name of last year.").andIs(0);
		var deep = as("carl", "verify", "--deep", home.resolve("out/" + NAME + "v4").toString()).andIs(0).out();
		assertThat(deep).contains("Word says what the snapshot says", "Excel says what the snapshot says", "PDF says what the snapshot says", "HTML says what the snapshot says");
		editionsTellTheStory();
		trailIsProvedUntilSomebodyChangesIt();
	}

	private static void editionsTellTheStory() {
		var words = as("carl", "editions").andIs(0).out();
		assertThat(words).contains("  cleared by Head of Care (hana via " + System.getProperty("user.name") + ") and Chief Executive (carl via ", "  superseded by v4",
				"  not posted to board");
		var editions = as("carl", "editions", "--json").andIs(0).json();
		assertThat(editions.valueStream().map(edition -> edition.get("state").asString())).containsExactly("final", "draft", "final", "draft");
		assertThat(editions.get(2).get("supersededBy").asString()).isEqualTo(NAME + "v4");
		assertThat(editions.get(0).get("signOff").get("state").asString()).isEqualTo("cleared");
		assertThat(editions.get(0).get("signOff").get("posted").asBoolean()).isFalse();
	}

	private static void trailIsProvedUntilSomebodyChangesIt() throws SQLException {
		assertThat(as("carl", "audit", "verify").andIs(0).out()).contains("audit trail: proved").containsPattern("vouch for entries 1 to 13\\.");
		var cleared = as("carl", "audit", "--object", NAME + "v1", "--json").andIs(0).json().get(0);
		assertThat(cleared.get("action").asString()).isEqualTo("cleared");
		assertThat(cleared.get("actor").asString()).startsWith("carl via ");
		try (var connection = DriverManager.getConnection(url(), "packhorse", ""); var sql = connection.createStatement()) {
			sql.executeUpdate("UPDATE audit SET actor = 'asker' WHERE seq = " + cleared.get("seq").asInt());
		}
		var changed = as("carl", "audit", "verify", "--json").andIs(1).json();
		assertThat(changed.get("firstBad").asInt()).isEqualTo(cleared.get("seq").asInt());
	}

	private static Ended asker(String... words) {
		return as("asker", words);
	}

	private static String url() {
		return "jdbc:h2:file:" + home.resolve("data/packhorse") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE";
	}

	private static Ended as(String account, String... words) {
		var all = new ArrayList<>(List.of(words));
		all.addAll(List.of("--packhorse.home=" + home, "--packhorse.user=" + account, "--spring.datasource.url=" + url()));
		var out = new StringWriter();
		var err = new StringWriter();
		var exitCode = PackhorseCommand.run(all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
		return new Ended(exitCode, out.toString(), err.toString());
	}

}
