package org.packhorse.national;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.packhorse.national.Tables.Table;

/// Writes all that is on file of one fictional council.
final class CouncilFiles {

	private static final String BODY = "CIB";

	private static final LocalDate FIRST_MEETING = LocalDate.of(2025, 4, 14);

	private static final List<String> POSTS = Words.list("posts");

	private static final List<String> MEASURES = Words.list("measures");

	private final FictionalCouncil council;

	private final Random random;

	private final Tables tables;

	CouncilFiles(FictionalCouncil council, long seed, Tables tables) {
		this.council = council;
		this.random = new Random(~seed * 1_000_003 + council.no());
		this.tables = tables;
	}

	void write() {
		this.tables.row(Table.AUTHORITIES, code(), this.council.name(), "Fictional Region " + (1 + this.council.no() % 9), "Invented neighbours, 2025", neighbours());
		board();
		plan();
		this.council.actions().forEach(this::action);
		for (int i = 0; i < this.council.courses().size(); i++) {
			var course = this.council.courses().get(i);
			course.write(this.tables, this.council, this.random);
			this.tables.row(Table.SECTION_KPIS, code(), NationalData.PLAN, FictionalCouncil.section(i, this.council.themes().size()), course.indicator().code());
		}
	}

	private String code() {
		return this.council.code();
	}

	private String neighbours() {
		return IntStream.rangeClosed(1, 10).mapToObj(i -> FictionalCouncil.code(1 + (this.council.no() + i * 7 - 1) % NationalData.AREAS))
			.collect(Collectors.joining(" "));
	}

	private void board() {
		this.tables.row(Table.BODIES, code(), BODY, this.council.name() + " Improvement Board", "Independent chair");
		for (int month = 0; month <= History.MONTHS; month++) {
			this.tables.row(Table.MEETINGS, code(), BODY, FIRST_MEETING.plusMonths(month), "Improvement Board", "Fictional House");
		}
		var theme = this.council.themes().get(this.council.dive() - 1);
		this.tables.row(Table.DEEP_DIVES, code(), BODY, FIRST_MEETING.plusMonths(History.MONTHS - 1L), NationalData.PLAN, this.council.dive(),
				"Why are the figures for %s behind?".formatted(theme.title().toLowerCase(Locale.ROOT)));
		words("chair", "Independent chair");
		words("director", "Director of Children's Services");
	}

	private void words(String part, String post) {
		var reported = this.council.reportDay(History.MONTHS - 1);
		for (int no = 1; no <= 2; no++) {
			var theme = this.council.themes().get(this.random.nextInt(this.council.themes().size()));
			this.tables.row(Table.NARRATIVES, code(), BODY, part, no, reported, Words.phrase(no == 1 ? SectionWords.WORKING : SectionWords.NEXT, this.random,
					reported, theme), post);
		}
	}

	private void plan() {
		this.tables.row(Table.PLANS, code(), NationalData.PLAN, this.council.name() + " improvement plan", "Invented inspection, December 2024", "2025-01-15");
		for (int no = 1; no <= this.council.themes().size(); no++) {
			new SectionWords(this.council, no, this.random).write(this.tables);
		}
	}

	private void action(PlannedAction action) {
		var theme = this.council.themes().get(action.section() - 1);
		var due = action.fate() == Fate.ONGOING ? "ongoing" : action.due();
		this.tables.row(Table.ACTIONS, code(), NationalData.PLAN, action.section(), action.ref(), action.words(), POSTS.get(this.random.nextInt(POSTS.size())),
				action.priority() ? "yes" : "no", action.starts(), due, Words.phrase(MEASURES, this.random, NationalData.AS_AT, theme), kpi(action));
		new History(action, this.council, this.random).write(this.tables);
	}

	/// What is embedded has no indicator that could speak against it.
	private String kpi(PlannedAction action) {
		if (action.fate() == Fate.EMBEDDED || this.random.nextInt(3) == 0) {
			return "";
		}
		var own = IntStream.range(0, Indicator.ALL.size()).filter(i -> FictionalCouncil.section(i, this.council.themes().size()) == action.section()).toArray();
		return Indicator.ALL.get(own[this.random.nextInt(own.length)]).code();
	}

}
