package org.packhorse.pack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.packhorse.ImportFiles;
import org.packhorse.Published;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.writer.pdf.PdfUa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// Whatever a council's tables lack, the packs for readers outside the service are written in every format and say in a clear sentence
/// what is missing.
class ReadersPacksTests {

	private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

	private static final String SCRUTINY = "scrutiny-panel";

	private static final String OFSTED = "ofsted-statement";

	private static final String ADVISER = "adviser-update";

	private static TestDatabase database;

	@TempDir
	private Path folder;

	@BeforeAll
	static void open() {
		database = TestDatabases.h2();
	}

	@AfterAll
	static void close() {
		database.close();
	}

	@BeforeEach
	void startWithACouncilAlone() {
		database.clear();
		tables("council").csv("authorities", "code,name\nX99000007,Testingham\n").into(database);
	}

	static Stream<Arguments> whatIsMissing() {
		return Stream.of(
				arguments(SCRUTINY, "no plan", "No improvement plan is on file for Testingham. There is no progress to show."),
				arguments(OFSTED, "no plan", "No improvement plan is on file for Testingham."),
				arguments(ADVISER, "no plan", "No improvement plan is on file for Testingham."),
				arguments(SCRUTINY, "no sections", "Improvement plan has no sections yet. There is no progress to show."),
				arguments(OFSTED, "no sections", "The plan has no sections yet."),
				arguments(ADVISER, "no sections", "Improvement plan has no sections yet: there is no progress to show."),
				arguments(SCRUTINY, "no actions", "No action is red."),
				arguments(OFSTED, "no actions", "This section has no actions yet."),
				arguments(ADVISER, "no actions", "no action is on file"),
				arguments(SCRUTINY, "no plan", "No measure is on file, so nobody can see here what changed for children."),
				arguments(OFSTED, "no actions", "No measure is linked here."),
				arguments(SCRUTINY, "no polarity", "More is neither better nor worse"),
				arguments(OFSTED, "no polarity", "More is neither better nor worse"),
				arguments(SCRUTINY, "no plan", "No meeting of the panel is on file"),
				arguments(SCRUTINY, "no plan", "No earlier meeting of the panel is on file."),
				arguments(ADVISER, "no plan", "No earlier meeting with the adviser is on file."),
				arguments(SCRUTINY, "no plan", "This is the first report of its kind, and there is no earlier meeting to compare with."),
				arguments(ADVISER, "no plan", "There is no earlier meeting or edition to compare with"),
				arguments(OFSTED, "no plan", "No inspection is on file, so no deadline can be worked out."),
				arguments(SCRUTINY, "no plan", "These words have not been written yet. The Director of Children's Services writes them (part “summary”)."),
				arguments(SCRUTINY, "no plan", "No words are on file for the part “money”."),
				arguments(OFSTED, "no plan", "These words have not been written yet. The Director of Children's Services writes them (part “statement”)."),
				arguments(OFSTED, "no plan", "No words are on file for the part “progress”."),
				arguments(ADVISER, "no plan", "Director: not written yet; The Director of Children's Services writes it."),
				arguments(ADVISER, "no plan", "Blockers: not written yet;"),
				arguments(SCRUTINY, "no plan", "No recommendation or request of the panel is on file."),
				arguments(ADVISER, "no plan", "Nothing that was decided or asked for is on file."),
				arguments(SCRUTINY, "no plan", "No risk is on file."),
				arguments(SCRUTINY, "no actions", "Nobody has said for this section what is working well"),
				arguments(OFSTED, "inspection without findings", "No finding of this inspection is on file."),
				arguments(OFSTED, "inspection without findings", "The bank holidays of 2021 are not on file"));
	}

	@ParameterizedTest(name = "{0}: {1}: {2}")
	@MethodSource("whatIsMissing")
	void saysWhatIsMissing(String pack, String state, String sentence) throws Exception {
		load(state);
		assertThat(page(pack)).contains(sentence);
	}

	private void load(String state) {
		switch (state) {
			case "no plan" -> {
			}
			case "no sections" -> plan();
			case "no actions" -> section();
			case "no polarity" -> {
				section();
				tables("kpis").csv("kpis", "code,title,unit,polarity\nA,Children in care,count,\n")
					.csv("section_kpis", "authority,plan,section,kpi\nX99000007,P1,1,A\n")
					.csv("kpi_values", "authority,kpi,period_end,value\nX99000007,A,2021-05-31,412\n")
					.into(database);
			}
			case "inspection without findings" -> {
				section();
				tables("inspections").csv("inspections", "authority,code,title,kind,received_on\nX99000007,FV,Focused visit,focused visit,2021-05-10\n").into(database);
			}
			default -> throw new IllegalArgumentException(state);
		}
	}

	/// The pack's words as its page shows them; every other format is written and read too.
	private String page(String pack) throws Exception {
		var made = Published.make(database, Published.request("X99000007", pack, JUNE, this.folder.resolve("out")));
		assertThat(made.notRendered()).isEmpty();
		assertThat(database.bean(Verification.class).verify(made.edition().path()).faults()).isEmpty();
		assertThat(database.bean(DeepVerification.class).verify(made.edition().path()).faults()).isEmpty();
		Map<String, byte[]> files = Published.files(made.edition().path());
		var html = files.get("testingham-%s-2021-06-30.html".formatted(pack));
		assertThat(PdfUa.faults(files.get("testingham-%s-2021-06-30.pdf".formatted(pack)))).isEmpty();
		return Jsoup.parse(new String(html, StandardCharsets.UTF_8)).text();
	}

	private void plan() {
		tables("plan").csv("plans", "authority,code,title,approved_on\nX99000007,P1,Improvement plan,2021-01-01\n").into(database);
	}

	private void section() {
		plan();
		tables("section").csv("sections", "authority,plan,no,title\nX99000007,P1,1,Front door\n").into(database);
	}

	private ImportFiles tables(String name) {
		return new ImportFiles(this.folder.resolve(name));
	}

}
