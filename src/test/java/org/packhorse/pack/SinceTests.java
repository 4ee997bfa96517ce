package org.packhorse.pack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.ImportFiles;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.run.PackRuns;
import org.packhorse.run.RunQuestion;
import org.packhorse.writer.PackFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Movement since a day: of an edition's asker, or of the body's last meeting. The ratings are those worked out in [SmallCouncil].
class SinceTests {

	private static final LocalDate MAY = LocalDate.of(2021, 5, 31);

	private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private TestDatabase database;

	@TempDir
	private Path folder;

	@BeforeEach
	void load() {
		this.database = TestDatabases.h2();
		SmallCouncil.files(this.folder.resolve("first")).into(this.database);
		SmallCouncil.correction(this.folder.resolve("second")).into(this.database);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void movementSinceADayIsAgainstWhatTheRulesMakeOfThatDaysFacts() {
		var movement = movement(make(Published.since(request("improvement-board"), MAY)));
		assertThat(movement.get("since").asString()).isEqualTo("2021-05-31");
		assertThat(movement.get("sinceVersion").asInt()).isZero();
		assertThat(list(movement)).containsExactly("worse 1.2", "worse 2.2", "better 1.1", "closed 2.1", "date moved 1.3");
	}

	@Test
	void dateThatAnUndatedActionGotIsListedAmongThoseThatMoved() throws Exception {
		new ImportFiles(this.folder.resolve("undated")).csv("actions", "authority,plan,section,ref,action,lead,starts_on,due_on\nX99000007,P1,1,1.9,Agree a rota,Head of Service,2021-01-04,ongoing\n")
			.csv("updates", "authority,plan,action,reported_on,state,revised_due_on\nX99000007,P1,1.9,2021-05-20,in progress,\nX99000007,P1,1.9,2021-06-20,in progress,2021-09-30\n")
			.into(this.database);
		var edition = make(Published.since(request("scrutiny-panel"), MAY));
		var moved = Jsoup.parse(new String(Published.file(edition, PackFormat.HTML), StandardCharsets.UTF_8)).select("table:has(caption:contains(Dates that moved)) tr:contains(Agree a rota) td");
		assertThat(moved.eachText()).containsExactly("Head of Service", "no date", "30 September 2021");
	}

	@Test
	void chosenDayComesBeforeThePreviousEdition() {
		make(request("improvement-board", LocalDate.of(2021, 6, 25)));
		assertThat(movement(make(Published.since(request("improvement-board"), MAY))).get("since").asString()).isEqualTo("2021-05-31");
		assertThat(movement(make(request("improvement-board"))).get("since").asString()).isEqualTo("2021-06-25");
	}

	@Test
	void whatIsLoadedLaterDoesNotChangeAnEditionThatIsMadeAgain() throws Exception {
		var edition = make(Published.since(request("improvement-board"), MAY));
		new ImportFiles(this.folder.resolve("later")).csv("updates", "authority,plan,action,reported_on,percent_complete\nX99000007,P1,1.2,2021-05-25,10\n")
			.into(this.database);
		var verified = this.database.bean(Verification.class).verify(edition.path());
		assertThat(verified.faults()).isEmpty();
		assertThat(verified.proved()).contains("The stored snapshot gives the same bytes again.");
	}

	@Test
	void sameQuestionAgainPublishesNothingAndAnotherDayDoes() {
		var since = Published.since(request("improvement-board"), MAY);
		make(since);
		assertThat(Published.make(this.database, since).published()).isFalse();
		assertThat(Published.make(this.database, Published.since(since, LocalDate.of(2021, 6, 10))).published()).isTrue();
	}

	@Test
	void indicatorOfThatDayIsTheOneThatWasKnownThen() {
		var edition = make(Published.since(request("adviser-update"), MAY));
		assertThat(this.database.bean(PackMaker.class).frozen(edition).previous().kpis()).anySatisfy(kpi -> {
			assertThat(kpi.kpi()).isEqualTo("K1");
			assertThat(kpi.value()).isEqualByComparingTo("90");
			assertThat(kpi.periodEnd()).isEqualTo(MAY);
		});
	}

	@Test
	void packThatNamesTheLastMeetingIsMeasuredFromIt() {
		new ImportFiles(this.folder.resolve("body")).csv("bodies", "authority,code,title\nX99000007,ADVISER,Adviser\n")
			.csv("meetings", "authority,body,meets_on\nX99000007,ADVISER,2021-05-31\nX99000007,ADVISER,2021-07-12\n")
			.into(this.database);
		assertThat(movement(make(request("adviser-update"))).get("since").asString()).isEqualTo("2021-05-31");
	}

	@Test
	void withoutAMeetingSuchAPackIsMeasuredFromItsPreviousEdition() {
		make(request("adviser-update", MAY));
		var movement = movement(make(request("adviser-update")));
		assertThat(movement.get("sinceVersion").asInt()).isOne();
	}

	@Test
	void dayThatIsNotBeforeThePacksOwnIsRefused() {
		for (var day : List.of(JUNE, JUNE.plusDays(1))) {
			var question = new RunQuestion(List.of("adviser-update"), SmallCouncil.CODE, JUNE, day, List.of(), null, false, List.of(), this.folder);
			assertThatThrownBy(() -> this.database.bean(PackRuns.class).requests(question)).isInstanceOf(PackProblem.class)
				.hasMessage("Movement is measured from a day before the pack's own: --since %s is not before 2021-06-30.", day);
		}
	}

	private Edition make(PackRequest request) {
		return Published.make(this.database, request).edition();
	}

	private PackRequest request(String pack) {
		return request(pack, JUNE);
	}

	private PackRequest request(String pack, LocalDate asAt) {
		return Published.in(Published.request(SmallCouncil.CODE, pack, asAt, this.folder.resolve("out")), PackFormat.HTML);
	}

	private static JsonNode movement(Edition edition) {
		return JSON.readTree(edition.path().resolve("pack.json")).get("movement");
	}

	private static List<String> list(JsonNode movement) {
		return StreamSupport.stream(movement.get("list").spliterator(), false)
			.map(moved -> moved.get("what").asString() + " " + moved.get("ref").asString())
			.toList();
	}

}
