package org.packhorse.pack;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.packhorse.Published;
import org.packhorse.TestHome;
import org.packhorse.run.PackRuns;
import org.packhorse.writer.PackFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// One report in two parts: what the public reads, and what is exempt.
class ExemptTwinTests {

	private static final String SECRET = "The provider asks 4,950 pounds a week for each place, and threatens to close the home.";

	private static final String CLOSE = "Terms are agreed.";

	private static PublicPacks packs;

	private static PackRuns.Made part1;

	private static Edition part2;

	@BeforeAll
	static void publish() {
		packs = new PublicPacks("exempt-twin");
		packs.say("placements", 1, "Placements cost more than planned.", "");
		packs.say("placements", 2, SECRET + " " + CLOSE, "3");
		packs.say("staffing", 1, "Two managers were suspended on full pay pending an inquiry into the visits of June.", "1");
		packs.say("exempt-reason", 1, "It gives the price of a provider.", "");
		packs.say("public-interest", 1, "Publication would weaken the council's hand in buying places, which outweighs the interest in openness.", "");
		part1 = packs.make(PublicPacks.OPEN, PublicPacks.MARCH);
		part2 = Published.make(packs.database(), packs.database().bean(PackRuns.class).part2(part1).orElseThrow()).edition();
	}

	@AfterAll
	static void close() {
		packs.close();
	}

	@Test
	void partOneHoldsNothingThatIsExempt() {
		var passages = passages(part1.edition());
		assertThat(passages).contains("Placements cost more than planned.").doesNotContain("threatens to close").doesNotContain("suspended on full pay").doesNotContain(CLOSE);
	}

	@Test
	void partOneSaysUnderWhichParagraphsSomethingIsExempt() {
		var model = new Composition(packs.disclosed(part1.edition()), assessed(part1.edition())).model();
		assertThat(model.exemption().leftOut()).isTrue();
		assertThat(model.exemption().paragraphs()).extracting(PackModel.ScheduleParagraph::number).containsExactly(1, 3);
		assertThat(model.exemption().publicInterest()).singleElement().asString().startsWith("Publication would weaken");
		assertThat(new String(Published.files(part1.edition().path()).get("pack.json"), StandardCharsets.UTF_8)).contains("\"leftOut\" : true");
	}

	@Test
	void wordsThatAreExemptAltogetherAreNoMissingWords() {
		var model = new Composition(packs.disclosed(part1.edition()), assessed(part1.edition())).model();
		assertThat(model.narratives()).extracting(PackModel.Narrative::part).contains("placements").doesNotContain("staffing");
	}

	@Test
	void partTwoPrintsTheWordsTheParagraphTheReasonAndThePublicInterest() {
		var page = new String(Published.file(part2, PackFormat.HTML), StandardCharsets.UTF_8);
		assertThat(page).contains("threatens to close the home", "suspended on full pay", "Information relating to any individual.",
				"financial or business affairs of any particular person", "It gives the price of a provider.", "Publication would weaken",
				"Open Government Licence v3.0").doesNotContain("Placements cost more");
	}

	@Test
	void partTwoIsAnEditionOfItsOwnForNamedPosts() {
		var manifest = SnapshotJson.manifest(Published.files(part2.path()).get("manifest.json"));
		assertThat(manifest.audience()).isEqualTo("restricted");
		assertThat(manifest.marking()).isEqualTo("OFFICIAL-SENSITIVE");
		assertThat(part2.folder()).isEqualTo("X99000001/open-board-exempt/2026-03-31/v1");
		assertThat(SnapshotJson.manifest(Published.files(part1.edition().path()).get("manifest.json")).audience()).isEqualTo("public");
	}

	@Test
	void bothPartsAreOfTheVerySameFrozenFacts() {
		var one = packs.disclosed(part1.edition()).snapshot();
		var two = packs.disclosed(part2).snapshot();
		assertThat(two.kpis()).isEqualTo(one.kpis());
		assertThat(two.plans()).isEqualTo(one.plans());
		assertThat(two.proceedings()).isEqualTo(one.proceedings());
		assertThat(two.disclosure()).isNull();
	}

	@Test
	void partTwoIsProvedByItself() {
		assertThat(packs.database().bean(Verification.class).verify(part2.path()).faults()).isEmpty();
	}

	@Test
	void partTwoIsNotMadeWithoutItsPartOne() {
		assertThatThrownBy(() -> packs.make(PublicPacks.EXEMPT, LocalDate.of(2025, 3, 31))).isInstanceOf(PackProblem.class)
			.hasMessageContaining("run open-board, and Part 2 follows by itself");
	}

	@Test
	void partTwoStandsWhileItsPartOneDoes() {
		assertThat(packs.make(PublicPacks.EXEMPT, PublicPacks.MARCH).published()).isFalse();
	}

	@Test
	void noPartTwoIsMadeWhereNothingIsExempt() {
		var day = LocalDate.of(2026, 2, 28);
		var made = packs.make(PublicPacks.OPEN, day);
		assertThat(packs.database().bean(PackRuns.class).part2(made)).isEmpty();
	}

	@Test
	void exemptWordsThatSomebodyRepeatsInPublicAreRefused() {
		var day = PublicPacks.MARCH.plusDays(1);
		packs.say(day, "placements", 1, "In short: the provider  asks 4,950 pounds a week for each place and threatens to close the home!", "");
		packs.say(day, "placements", 2, SECRET, "3");
		assertThatThrownBy(() -> packs.make(PublicPacks.OPEN, day)).isInstanceOf(PackProblem.class)
			.hasMessageContaining("open-board is not published")
			.hasMessageContaining("exempt words of “placements”, paragraph 2")
			.hasMessageContaining(".docx, word/document.xml")
			.hasMessageContaining(".pdf")
			.hasMessageContaining(".html")
			.satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("4,950").doesNotContain("threatens"));
		assertThat(packs.home().resolve("out/X99000001/open-board/2026-04-01")).doesNotExist();
	}

	@Test
	void exemptParagraphsWithoutAPackForThemAreSaid() {
		TestHome.delete(packs.home().resolve("report-templates/" + PublicPacks.EXEMPT));
		try {
			assertThat(packs.database().bean(PackMaker.class).standing(part1.edition()).toLookAt()).anyMatch(words -> words.contains("write part-2-of: open-board"));
		}
		finally {
			PublicPacks.writeExempt(packs.home());
		}
	}

	private static Assessments assessed(Edition edition) {
		return packs.database().bean(PackMaker.class).assess(packs.disclosed(edition));
	}

	private static String passages(Edition edition) {
		var text = new EditionText(packs.database().bean(org.packhorse.writer.PdfText.class)::lines);
		return Published.files(edition.path()).keySet().stream().map(name -> {
			try {
				return text.of(edition.path().resolve(name)).stream().map(Passage::text).collect(Collectors.joining("\n"));
			}
			catch (java.io.IOException ex) {
				throw new java.io.UncheckedIOException(ex);
			}
		}).collect(Collectors.joining("\n"));
	}

	@Test
	void searchFindsRowsOfWordsWhateverStandsBetweenThem() {
		var search = new ExemptSearch(List.of(new org.packhorse.authority.Narrative("placements", PublicPacks.MARCH, "",
				List.of(new org.packhorse.authority.Narrative.Paragraph(SECRET, 3)))));
		assertThat(search.search("x", List.of(Passage.words("text", "the provider asks 4,950"), Passage.words("text", "pounds a week for each | place, and threatens…"))))
			.isNotEmpty();
		assertThat(search.search("x", List.of(Passage.words("text", "The provider asks for places.")))).isEmpty();
	}

}
