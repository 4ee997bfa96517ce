package org.packhorse.national;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import org.packhorse.national.Tables.Table;

/// A section of a plan, and its answers to the three questions in three quarters.
record SectionWords(FictionalCouncil council, int no, Random random) {

	static final List<String> WORKING = Words.list("working");

	static final List<String> NEXT = Words.list("next");

	private static final List<String> ASSURED = Words.list("assured");

	void write(Tables tables) {
		var theme = this.council.themes().get(this.no - 1);
		tables.row(Table.SECTIONS, this.council.code(), NationalData.PLAN, this.no, theme.title(), this.no <= 4 ? "yes" : "no", theme.recommendation(),
				theme.aim(), theme.lead());
		for (LocalDate day : List.of(LocalDate.of(2025, 9, 30), LocalDate.of(2025, 12, 31), this.council.reportDay(History.MONTHS - 1))) {
			tables.row(Table.SECTION_NARRATIVES, this.council.code(), NationalData.PLAN, this.no, day, Words.phrase(WORKING, this.random, day, theme),
					Words.phrase(ASSURED, this.random, day, theme), Words.phrase(NEXT, this.random, day.plusMonths(3), theme));
		}
	}

}
