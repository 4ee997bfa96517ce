package org.packhorse.authority;

import java.nio.file.Path;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.packhorse.ImportFiles;
import org.packhorse.OnEveryDatabase;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.kpi.Kpis;
import org.packhorse.plan.Oversight;
import org.packhorse.plan.Risk;

import static org.assertj.core.api.Assertions.assertThat;

/// What a body said, decided and asked for is seen as at a date, and so are risks, judgements and what charts must tell.
@OnEveryDatabase
class BoardFactsTests {

	private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

	private static final LocalDate MAY = LocalDate.of(2021, 5, 31);

	@TempDir
	private static Path folder;

	private final TestDatabase database;

	BoardFactsTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void load(TestDatabase database) {
		SmallCouncil.files(folder.resolve("first")).into(database);
		new ImportFiles(folder.resolve("second")).csv("bodies", "authority,code,title\nX99000007,CIB,Improvement Board\nX99000007,CAB,Cabinet\n")
			.csv("meetings", "authority,body,meets_on\nX99000007,CIB,2021-05-20\nX99000007,CIB,2021-06-17\nX99000007,CIB,2021-07-15\n")
			.csv("narratives", """
					authority,body,part,no,reported_on,words,post,exempt
					X99000007,CIB,chair,,2021-05-25,Written in May.,Independent Chair,
					X99000007,CIB,chair,2,2021-06-25,Second in June.,Independent Chair,3
					X99000007,CIB,chair,1,2021-06-25,First in June.,,
					X99000007,CIB,director,1,2021-07-02,Written in July.,Director,
					X99000007,CAB,chair,1,2021-06-25,Another body's.,,
					""")
			.csv("decisions", """
					authority,body,met_on,no,kind,words,lead,due_on,closed_on,outcome
					X99000007,CIB,2021-05-20,1,decision,Approve the plan,,,,
					X99000007,CIB,2021-05-20,2,action,Report on visits,Head of Care,2021-06-10,2021-06-25,Reported
					X99000007,CIB,2021-05-20,3,action,Closed before June's meeting,Head of Care,,2021-06-01,Done
					X99000007,CIB,2021-06-17,1,action,Bring the audit,Head of Service,2021-07-10,2021-07-05,Brought
					""")
			.csv("deep_dives", "authority,body,meets_on,plan,section,question\nX99000007,CIB,2021-07-15,P1,2,Why so slow?\n")
			.csv("risks", """
					authority,ref,reported_on,risk,plan,section,likelihood,impact,state
					X99000007,R1,2021-04-30,Staff leave,P1,1,4,4,
					X99000007,R1,2021-06-20,Staff leave,P1,1,2,4,
					X99000007,R2,2021-04-30,Costs rise,,,5,3,
					X99000007,R3,2021-04-30,Once a risk,,,5,5,
					X99000007,R3,2021-06-01,Once a risk,,,5,5,closed
					""")
			.csv("judgements", """
					authority,published_on,domain,judgement
					X99000007,2019-11-04,Overall effectiveness,Inadequate
					X99000007,2021-07-30,Overall effectiveness,Good
					""")
			.csv("chart_events", """
					authority,kpi,starts_on,kind,words
					X99000007,K1,2021-04-01,rebase,New recording system
					X99000007,K1,2021-07-01,note,Later
					""")
			.into(database);
	}

	@Test
	void ofEachPartTheNewestWordsCountWithAllTheirParagraphsInOrder() {
		assertThat(board(JUNE).narratives()).singleElement().satisfies(chair -> {
			assertThat(chair.part()).isEqualTo("chair");
			assertThat(chair.reportedOn()).isEqualTo("2021-06-25");
			assertThat(chair.post()).isEqualTo("Independent Chair");
			assertThat(chair.paragraphs()).containsExactly(new Narrative.Paragraph("First in June.", 0),
					new Narrative.Paragraph("Second in June.", 3));
		});
		assertThat(board(MAY).narratives()).singleElement()
			.satisfies(chair -> assertThat(chair.paragraphs()).extracting(Narrative.Paragraph::words).containsExactly("Written in May."));
	}

	@Test
	void decisionsAreThoseOfTheLastMeetingAndActionsThatWereStillOpenThen() {
		assertThat(board(JUNE).decisions()).extracting(decision -> decision.metOn() + " " + decision.no()).containsExactly("2021-06-17 1", "2021-05-20 2");
		assertThat(board(JUNE).decisions().getLast().outcome()).isEqualTo("Reported");
	}

	@Test
	void whatWasClosedLaterIsStillOpen() {
		var audit = board(JUNE).decisions().getFirst();
		assertThat(audit.closedOn()).isNull();
		assertThat(audit.outcome()).isEmpty();
	}

	@Test
	void meetingsStandOnEitherSideOfTheDate() {
		assertThat(board(JUNE).last()).isNotNull().satisfies(last -> assertThat(last.meetsOn()).isEqualTo("2021-06-17"));
		assertThat(board(JUNE).next()).isNotNull().satisfies(next -> assertThat(next.meetsOn()).isEqualTo("2021-07-15"));
	}

	@Test
	void deepDivesAreThoseOfTheNextMeetingUnlessSectionsAreAskedFor() {
		assertThat(board(JUNE).deepDives()).containsExactly(new DeepDive("P1", "2", "Why so slow?"));
		assertThat(board(MAY).deepDives()).isEmpty();
		assertThat(board(JUNE).into(java.util.List.of("1")).deepDives()).containsExactly(new DeepDive("", "1", ""));
	}

	@Test
	void risksAreThoseStillOpenAsLastReportedHighestFirst() {
		var oversight = this.database.bean(Oversight.class);
		assertThat(oversight.risks(SmallCouncil.CODE, JUNE)).extracting(risk -> risk.ref() + " " + risk.score()).containsExactly("R2 15", "R1 8");
		assertThat(oversight.risks(SmallCouncil.CODE, MAY)).extracting(Risk::ref).containsExactly("R3", "R1", "R2");
	}

	@Test
	void judgementsPublishedLaterAreNotSeen() {
		assertThat(this.database.bean(Oversight.class).judgements(SmallCouncil.CODE, JUNE)).singleElement()
			.satisfies(one -> assertThat(one.judgement()).isEqualTo("Inadequate"));
	}

	@Test
	void chartsTellWhatBeganByTheDate() {
		assertThat(this.database.bean(Kpis.class).chartEvents(SmallCouncil.CODE, JUNE)).singleElement().satisfies(event -> {
			assertThat(event.rebase()).isTrue();
			assertThat(event.words()).isEqualTo("New recording system");
		});
	}

	private Proceedings board(LocalDate date) {
		return this.database.bean(Bodies.class).asAt(SmallCouncil.CODE, "CIB", date);
	}

}
