package org.packhorse.authority;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.packhorse.OnEveryDatabase;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// A committee report is seen as it was known on a day.
@OnEveryDatabase
class ReportFactsTests {

	private static final LocalDate CABINET = LocalDate.of(2021, 7, 14);

	@TempDir
	private static Path folder;

	private final TestDatabase database;

	ReportFactsTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void load(TestDatabase database) {
		var key = "X99000007,CAB,2021-07-14,";
		SmallCouncil.files(folder).csv("bodies", "authority,code,title\nX99000007,CAB,Cabinet\nX99000007,OSC,Panel\n")
			.csv("meetings", "authority,body,meets_on\nX99000007,CAB,2021-07-14\nX99000007,OSC,2021-07-06\n")
			.csv("reports", "authority,body,meets_on,title,key_decision,notice_on,reported_on\n" + key + "The plan,yes,2021-06-14,2021-06-01\n")
			.csv("report_meetings", "authority,body,meets_on,also_body,also_meets_on,reported_on\n" + key + "OSC,2021-07-06,2021-06-10\n")
			.csv("report_fields", "authority,body,meets_on,field,no,reported_on,words\n" + key + "wards,,2021-06-01,Some\n" + key + "wards,1,2021-06-20,All\n"
					+ key + "contact,2,2021-06-01,\n" + key + "contact,1,2021-06-01,Officer\n")
			.csv("report_recommendations", "authority,body,meets_on,kind,no,reported_on,words,for_body\n" + key + "decision,1,2021-06-01,Approve,\n"
					+ key + "decision,2,2021-06-01,Agree,\n" + key + "noting,1,2021-06-20,Note,OSC\n")
			.csv("report_appendices", "authority,body,meets_on,no,reported_on,title\n" + key + "10,2021-06-01,Tenth\n" + key + "9,2021-06-01,Ninth\n")
			.into(database);
	}

	@Test
	void nothingIsKnownBeforeItIsReported() {
		assertThat(reports().asAt(SmallCouncil.CODE, "CAB", CABINET, LocalDate.of(2021, 5, 31))).isNull();
		assertThat(reports().asAt(SmallCouncil.CODE, "CAB", LocalDate.of(2021, 7, 15), CABINET)).isNull();
	}

	@Test
	void earlierDayHasTheWordsOfThatDay() {
		var june = report(LocalDate.of(2021, 6, 2));
		assertThat(june.noticeOn()).isNull();
		assertThat(june.also()).isEmpty();
		assertThat(june.fields()).containsExactly(new Report.Field("contact", List.of("Officer", "")), new Report.Field("wards", List.of("Some")));
		assertThat(june.recommendations()).extracting(Report.Recommendation::words).containsExactly("Approve", "Agree");
		assertThat(june.appendices()).extracting(Report.Appendix::no).containsExactly("9", "10");
	}

	@Test
	void newestDayReplacesWhatWasSaidBefore() {
		var july = report(LocalDate.of(2021, 7, 1));
		assertThat(july.keyDecision()).isTrue();
		assertThat(july.noticeOn()).isEqualTo("2021-06-14");
		assertThat(july.also()).extracting(Meeting::bodyTitle).containsExactly("Panel");
		assertThat(july.fields()).contains(new Report.Field("wards", List.of("All")), new Report.Field("contact", List.of("Officer", "")));
		assertThat(july.recommendations()).containsExactly(new Report.Recommendation(Report.Recommendation.Kind.NOTING, 1, "Note", "OSC"));
	}

	private Report report(LocalDate asAt) {
		return Objects.requireNonNull(reports().asAt(SmallCouncil.CODE, "CAB", CABINET, asAt));
	}

	private Reports reports() {
		return this.database.bean(Reports.class);
	}

}
