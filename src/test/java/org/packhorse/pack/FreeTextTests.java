package org.packhorse.pack;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Words of a public report that may point at one child, wherever on its form they stand.
class FreeTextTests {

	@Test
	void fieldsRecommendationsAndAppendixTitlesAreLookedAt() {
		assertThat(toLookAt(new SmallReport().field("wards", "Millbrook ward, for the girl aged 9")
			.recommendations("noting,2,Note the case of Child K,\n")
			.appendices("3,Review of case no 4471882\n"))).containsExactly("the report's field “wards” may hold an age with a place",
					"recommendation 2 of the report may hold initials with an age", "the title of appendix 3 may hold a case number");
	}

	@Test
	void officersTelephoneAndAddressAreMeantToStandInAField() {
		assertThat(toLookAt(new SmallReport())).isEmpty();
	}

	private static List<String> toLookAt(SmallReport report) {
		var disclosed = Disclosed.of(report.snapshot("st-helens-2021", LocalDate.of(2021, 7, 1)));
		var assessments = new Assessor(disclosed, Rules.of(disclosed.facts().templates()).policy()).all();
		return FreeText.toLookAt(new Composition(disclosed, assessments).model());
	}

}
