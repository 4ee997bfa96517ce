package org.packhorse.disclosure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FreeTextScanTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"We met J.S., 14, twice | initials with an age", "JS (aged 14) moved | initials with an age",
			"The plan of Child B was late | initials with an age", "A 9-year-old from Northgate ward | an age with a place",
			"In Mill ward one boy aged 7 | an age with a place", "See case number 1234567 | a case number", "Mosaic ID: 778899 | a case number",
			"Write to someone@example.org today | an e-mail address", "Ring 01744 676 789 | a telephone number", "Ring +44 7700 900123 | a telephone number",
			"DOB 03/05/2010 | a date of birth", "born on 3 May 2010 | a date of birth"})
	void whatMayPointAtAChildIsFound(String text, String why) {
		assertThat(FreeTextScan.scan("section 3", text)).anySatisfy(found -> {
			assertThat(found.why()).isEqualTo(why);
			assertThat(found.place()).isEqualTo("section 3");
			assertThat(text).contains(found.excerpt().replace("…", "").strip());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = {"Supervision takes place monthly and 92% is on time.", "Audit of 40 cases in May 2021; 12 were good.", "Children aged 5 to 16 in care rose.",
			"The IRO 2024 report and Q1 2024/25 figures.", "DfE 12 May 2021 review", "HMCTS 26 weeks", "The rate is 1,234.5 per 10,000 children.", "QA of 30 files"})
	void ordinaryReportingIsLeftAlone(String text) {
		assertThat(FreeTextScan.scan("section 3", text)).as(text).isEmpty();
	}

	@Test
	void findingsComeInTheOrderOfTheText() {
		assertThat(FreeTextScan.scan("p", "a@b.org then DOB 03/05/2010 then c@d.org")).extracting(FreeTextScan.Finding::why)
			.containsExactly("an e-mail address", "a date of birth", "an e-mail address");
	}

}
