package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhorse.ImportFiles;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.writer.html.Browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The e-mails of packs: what they say, that both parts say it, and what stops one.
class LetterTests {

	private static final Enclosure.Linked LINKED = linked("improvement-board");

	private static final Enclosure.Locked LOCKED = locked("improvement-board");

	private static Path home;

	private static TestDatabase database;

	@TempDir
	private Path folder;

	@BeforeAll
	static void load() {
		home = TestHome.fresh("letters");
		var templates = home.resolve("report-templates");
		TestHome.copy(templates.resolve("_starter"), templates.resolve("plain"));
		TestHome.write(templates.resolve("plain/pack.yml"), "title: Plain pack\naudience: members\n");
		database = TestDatabases.h2().home(home);
		ImportFiles.of(Path.of("report-templates/improvement-board/sample")).into(database);
	}

	@Test
	void boardsLetterSaysWhereThePlanStandsAndWhatNeedsTheBoard() {
		var letter = letters("improvement-board", false).of(true);
		assertThat(letter.subject()).isEqualTo("OFFICIAL-SENSITIVE: Improvement Board pack, 31 March 2026, Exampleshire");
		assertThat(letter.plain()).contains("OFFICIAL-SENSITIVE\n", "As at: 31 March 2026", "Where we are\n------------\n", "What got worse, what got better", "What needs the board",
				"How to open the pack", "Attached: Word, Excel, PDF and HTML.", "Next meeting:");
		assertThat(Jsoup.parse(letter.html()).select("th[scope=row]").eachText()).containsExactly("Red", "Amber", "Green");
	}

	@ParameterizedTest
	@ValueSource(strings = { "improvement-board", "scrutiny-panel", "adviser-update", "cabinet-report", "service-tracker", "plain" })
	void bothPartsSayTheSameInShortLines(String pack) {
		var letters = letters(pack, true);
		for (Letter letter : List.of(letters.of(true), letters.of(false, linked(pack)), letters.of(false, locked(pack)))) {
			assertThat(letter.subject()).contains("DRAFT");
			assertThat(letter.plain()).contains("This is a draft", "How to open the pack");
			assertThat(letter.plain().lines()).allMatch(line -> line.length() <= 76 && line.equals(line.stripTrailing()));
			var page = Jsoup.parse(letter.html());
			page.select("title, caption, thead").remove();
			assertThat(words(letter.plain())).containsAll(words(page.text()));
			keep(pack, letter);
		}
	}

	@Test
	void pageLoadsNothingAndRunsNothing() {
		var html = letters("improvement-board", false).of(true).html();
		assertThat(html).startsWith("<!DOCTYPE html>").contains("<html lang=\"en-GB\">", "<title>Improvement Board pack: Exampleshire</title>");
		assertThat(Jsoup.parse(html).select("script, img, link, style, iframe, form, [src], [onclick], [background]").size()).isZero();
		assertThat(html).doesNotContain("url(", "@import");
		assertThat(html.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length < 998);
	}

	@Test
	void pagesOfLettersAreAccessibleOnADeskAndATelephone() {
		for (Letter letter : List.of(letters("improvement-board", true).of(true), letters("scrutiny-panel", false).of(true))) {
			for (int width : new int[] { 600, 320 }) {
				var look = new Browser(this.folder).look(letter.html().getBytes(StandardCharsets.UTF_8), width);
				assertThat(look.faults()).isEmpty();
				assertThat(look.across()).isLessThanOrEqualTo(0);
			}
		}
	}

	@Test
	void letterOfALinkNamesItsLastDayAndAsksNotToForwardIt() {
		var letter = letters("improvement-board", false).of(true, LINKED);
		assertThat(letter.plain()).contains("<https://packs.example.gov.uk/d/AbC_123>").containsIgnoringWhitespaces("It works until 30 April 2026", "please do not forward it");
		assertThat(Jsoup.parse(letter.html()).select("a").eachAttr("href")).containsExactly(LINKED.link());
	}

	@Test
	void neutralLetterSaysNothingOfThePack() {
		var neutral = letters("improvement-board", false).of(false, LOCKED);
		var full = letters("improvement-board", false).of(true, LOCKED);
		assertThat(neutral.plain()).contains("OFFICIAL-SENSITIVE", "Exampleshire", "Improvement Board pack", "31 March 2026", LOCKED.name())
			.containsIgnoringWhitespaces("Its password reaches you another way");
		assertThat(full.plain()).containsIgnoringCase("[Red]");
		assertThat(neutral.plain() + neutral.html()).doesNotContainIgnoringCase("[Red]", ">red<", "amber", "overdue", "meeting", "indicator");
	}

	@Test
	void letterBringsFilesOfItsOwnPackAlone() {
		assertThatThrownBy(() -> letters("plain", false).of(true, LINKED)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> letters("plain", false).of(true, new Enclosure.Attached(List.of()))).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void neutralTemplateIsGivenNoFacts() {
		write("_shared/email-notice.ftlx", page("<paragraph>${totals.overdue}</paragraph>"),
				() -> assertThatThrownBy(() -> letters("plain", false).of(false)).isInstanceOf(FaultyTemplate.class).hasMessageContaining("totals"));
	}

	@Test
	void packsOwnTemplateGoesBeforeTheSharedOne() {
		assertThat(letters("plain", false).of(true).plain()).contains("What changed");
		write("plain/email.ftlx", page("<paragraph>Our own words.</paragraph>"), () -> assertThat(letters("plain", false).of(true).plain()).contains("Our own words.")
			.doesNotContain("What changed"));
	}

	@Test
	void whatAMailCannotShowIsRefusedWithItsPlaceAndAllAtOnce() {
		var chart = "<chart caption=\"C\" alternative=\"A\"><period>Q1</period><line name=\"L\"><point value=\"1\"/></line></chart>";
		var wide = "<table caption=\"T\">" + "<column heading=\"H\"/>".repeat(5) + "</table>";
		write("plain/email.ftlx", page(chart + "\n" + wide + "\n<page-break/>\n<paragraph><link to=\"#actions\">the actions</link><sparkline alternative=\"Up.\"><point value=\"1\"/></sparkline></paragraph>\n<section title=\"Actions\" id=\"actions\"><paragraph>A.</paragraph></section>"),
				() -> assertThatThrownBy(() -> letters("plain", false).of(true)).isInstanceOf(FaultyTemplate.class)
					.hasMessageContaining("plain/email.ftlx")
					.hasMessageContaining("A chart cannot stand in an e-mail: mail programs leave drawings out")
					.hasMessageContaining("A table of 5 columns")
					.hasMessageContaining("A page break")
					.hasMessageContaining("A link to #actions")
					.hasMessageContaining("A sparkline"));
	}

	@Test
	void tableThatFitsStandsInColumnsAndAWideOneRowByRow() {
		write("plain/email.ftlx", page("""
				<table caption="Narrow"><column heading="Ref" row-header="yes"/><column heading="Days" align="end"/>
				<row><cell>A1</cell><cell><number value="7"/></cell></row><row><cell>A2</cell><cell><number value="1200"/></cell></row></table>
				<table caption="Wide"><column heading="Ref"/><column heading="Why"/><row><cell>B1</cell><cell>%s</cell></row></table>""".formatted("many words ".repeat(9).strip())), () -> {
			var plain = letters("plain", false).of(true).plain();
			assertThat(plain).contains("Narrow\n\nRef   Days\n---  -----\nA1       7\nA2   1,200\n");
			assertThat(plain).contains("Wide\n\n* Ref: B1\n  Why: many words many words many words many words many words many words\n    many words many words many words\n");
		});
	}

	@Test
	void withheldFigureOrControlCharacterStopsTheLetter() throws Exception {
		try (var packs = new PublicPacks("letters-public")) {
			TestHome.write(packs.home().resolve("report-templates").resolve("open-board/email.ftlx"), page("<paragraph>Hidden places: 3 of 73,916.</paragraph>"));
			assertThatThrownBy(() -> packs.database().bean(Previews.class).letters(packs.request(PublicPacks.OPEN, PublicPacks.MARCH)).of(true)).isInstanceOf(PackProblem.class).hasMessageContaining("email.html").hasMessageContaining("email.txt");
			TestHome.write(packs.home().resolve("report-templates").resolve("open-board/pack.yml"), "title: Hidden places were 73,913\naudience: public\nbody: CIB\nsample-as-at: 2026-03-31\n");
			TestHome.write(packs.home().resolve("report-templates").resolve("open-board/email.ftlx"), page("<paragraph>Nothing.</paragraph>"));
			assertThatThrownBy(() -> packs.database().bean(Previews.class).letters(packs.request(PublicPacks.OPEN, PublicPacks.MARCH)).of(false)).isInstanceOf(PackProblem.class).hasMessageContaining("subject.txt");
		}
	}

	@Test
	void subjectWithAControlCharacterIsRefused() {
		write("plain/pack.yml", "title: \"Plain\\u0085pack\"\naudience: members\n",
				() -> assertThatThrownBy(() -> letters("plain", false).of(false)).hasMessageContaining("control character").hasMessageContaining("plain/pack.yml"));
		for (String bad : List.of("a\r\nBcc: b", "a\u0000", "a\u202Eb", "a\u2028b", "a\nb")) {
			assertThatThrownBy(() -> new Letter(bad, "", "")).isInstanceOf(IllegalArgumentException.class);
		}
	}

	@Test
	void authorsPageListsEveryWordOfTheLetter() throws IOException {
		var page = Files.readString(Path.of("report-templates/README.md"));
		var chapter = page.substring(page.indexOf("\n## email.ftlx"));
		chapter = chapter.substring(0, chapter.indexOf("\n## ", 4));
		var listed = new TreeSet<>(Pattern.compile("(?m)^- `letter\\.([\\w.]+)`").matcher(chapter).results().map(line -> line.group(1)).toList());
		var known = new TreeSet<>(Stream.of(LetterPage.class.getRecordComponents()).map(part -> part.getName()).toList());
		assertThat(listed).isEqualTo(known);
		for (var part : LetterPage.File.class.getRecordComponents()) {
			assertThat(chapter).contains("`" + part.getName() + "`");
		}
	}

	private static Enclosure.Linked linked(String pack) {
		return new Enclosure.Linked("https://packs.example.gov.uk/d/AbC_123", LocalDate.of(2026, 4, 30), files(pack));
	}

	private static Enclosure.Locked locked(String pack) {
		return new Enclosure.Locked("exampleshire-%s-2026-03-31.zip".formatted(pack), files(pack));
	}

	private static List<String> files(String pack) {
		return List.of("exampleshire-%s-2026-03-31.xlsx".formatted(pack));
	}

	private static String page(String blocks) {
		return "<pack title=\"${pack.title}\" organisation=\"${authority.name}\" marking=\"${marking}\" as-at=\"${asAt}\" draft=\"${draft}\">\n" + blocks + "\n</pack>\n";
	}

	private static Letters letters(String pack, boolean draft) {
		return database.bean(Previews.class)
			.letters(new PackRequest("X99000001", pack, LocalDate.of(2026, 3, 31), List.of(), null, draft, List.of(), home.resolve("out"), "A"));
	}

	/// Writes a template, and puts back what was there.
	private static void write(String file, String text, Runnable meanwhile) {
		var path = home.resolve("report-templates").resolve(file);
		try {
			var before = Files.exists(path) ? Files.readString(path) : null;
			try {
				TestHome.write(path, text);
				meanwhile.run();
			}
			finally {
				if (before == null) {
					Files.delete(path);
				}
				else {
					Files.writeString(path, before);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> words(String text) {
		return Stream.of(text.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
	}

	/// Left below target/ to be looked at.
	private static void keep(String pack, Letter letter) {
		var way = letter.plain().contains("locked file") ? "locked" : letter.plain().contains("https://") ? "linked" : "attached";
		TestHome.write(Path.of("target/letters").resolve(pack + "-" + way + ".html"), letter.html());
		TestHome.write(Path.of("target/letters").resolve(pack + "-" + way + ".txt"), letter.subject() + "\n\n" + letter.plain());
	}

}
