package org.packhorse.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.access.Actor;
import org.packhorse.access.AuditTrail;
import org.packhorse.pack.Editions;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.SignOff;
import org.packhorse.pack.SignOffs;
import org.packhorse.schedule.ScheduleFolder;
import org.packhorse.schedule.ScheduleProblem;
import org.packhorse.template.TemplateFolder;

import static org.assertj.core.api.Assertions.assertThat;

/// Which posts a run waits for, whoever asks for it: nothing goes round a sign-off.
@ParameterizedClass
@MethodSource("h2")
class WaitingTests extends Approving {

	WaitingTests(TestDatabase database) {
		super(database);
	}

	static List<TestDatabase> h2() {
		return List.of(TestDatabases.h2());
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
	void plainRunGoesRoundNoSignOffOfThatDay() {
		var draft = draft();
		assertThat(make(asked("small", SignOff.NONE)).edition()).as("the draft waits on").isEqualTo(draft);
		this.database.bean(Approvals.class).sendBack(draft, CHIEF, new Actor("carl"), "Section 2 has last month's words.");
		var afresh = make(asked("small", SignOff.NONE));
		assertThat(afresh.edition().request().draft()).isTrue();
		assertThat(afresh.waitsFor()).containsExactly(DIRECTOR, CHIEF);
		cleared(afresh.edition());
		newFacts();
		var told = new ArrayList<String>();
		var later = this.database.bean(PackRuns.class).make(asked("small", SignOff.NONE), 0, told::add);
		assertThat(later.waitsFor()).as("a final that was cleared is not replaced by one that was not").containsExactly(DIRECTOR, CHIEF);
		assertThat(told).first().asString().isEqualTo("made as a draft, for Director of Children's Services and Chief Executive must clear it (so schedule monthly says)");
	}

	@Test
	void postThatNobodyHoldsIsRefusedBeforeAnythingIsMade() {
		refused(PackProblem.Kind.INPUT, "Nobody is on file as Chief Executiv of X99000007 on %s (table post_holders). Did you mean Chief Executive?"
			.formatted(LocalDate.now(this.database.bean(Clock.class))), () -> make(asked("small", new SignOff(List.of("Chief Executiv"), List.of(), ""))));
		assertThat(this.database.bean(Editions.class).published()).isEmpty();
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
	void packThatNamesPostsIsNoLongerMadeFinalByHand() {
		var made = make(asked("signed", SignOff.NONE));
		assertThat(made.edition().request().draft()).isTrue();
		assertThat(made.waitsFor()).containsExactly(CHIEF);
		var last = clear(made.edition(), CHIEF, "carl").made().orElseThrow();
		assertThat(make(asked("signed", SignOff.NONE)).edition()).as("its final stands").isEqualTo(last);
	}

	@Test
	void packMadeByHandWaitsForThePostsOfItsScheduleAsADraftOrNot() {
		schedule("monthly", "sign-off: [Chief Executive]", "lists: [board]");
		var told = new ArrayList<String>();
		var made = this.database.bean(PackRuns.class).make(asked("small", SignOff.NONE), 0, told::add);
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

	@Test
	void scheduledFinalThatNobodyClearsIsDueAtOnce() {
		var made = make(asked("small", new SignOff(List.of(), List.of("board"), "monthly")));
		assertThat(made.edition().request().draft()).isFalse();
		assertThat(this.database.bean(SignOffs.class).dueForLists()).extracting(SignOffs.Due::edition).containsExactly(made.edition());
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

}
