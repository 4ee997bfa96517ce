package org.packhorse.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhorse.ImportFiles;
import org.packhorse.SmallCouncil;
import org.packhorse.TestHome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// The commands as scripts and people meet them: exit codes, where words go, and that no fault ends in a stack trace.
@ResourceLock(CommandTests.ONE_AT_A_TIME)
class CommandTests {

	/// The lock of those who run commands in this JVM: which one runs is a property of the JVM, and the Batch steps of their databases are
	/// counted alike.
	static final String ONE_AT_A_TIME = "commands";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static Path home;

	private static Path tables;

	private static Path published;

	/// A home with the small council loaded and one edition of the quick pack; tests change nothing of it but their own packs.
	@BeforeAll
	static void prepare() throws IOException {
		home = TestHome.fresh("commands");
		tables = home.resolve("tables");
		SmallCouncil.files(tables);
		var templates = home.resolve("report-templates");
		TestHome.copy(templates.resolve("_starter"), templates.resolve("quick"));
		TestHome.write(templates.resolve("quick/pack.yml"), "title: Quick pack\naudience: members\nformats: [html]\nsample-as-at: 2026-03-31\n");
		var loaded = packhorse(words("load", files(tables)));
		assertThat(loaded.exitCode()).as(loaded.err()).isZero();
		var run = packhorse("run", "quick", "--as-at", "2021-06-30");
		assertThat(run.exitCode()).as(run.err()).isZero();
		published = home.resolve("out/X99000007/quick/2021-06-30/v1");
	}

	@BeforeEach
	void editionStands() {
		assertThat(published).isDirectory();
	}

	/// How a command ended.
	private record Ended(int exitCode, String out, String err) {

		Ended {
			assertThat(out + err).doesNotContain("\tat ").doesNotContain("Exception").doesNotContain("Caused by");
		}

		JsonNode json() {
			return JSON.readTree(this.out);
		}

	}

	@ParameterizedTest
	@ValueSource(strings = { "", "demo", "load", "run", "packs", "editions", "check", "preview", "verify", "schedules", "readiness", "serve", "approve", "audit", "doctor",
			"send", "deliveries", "broker", "worker", "runs", "recover" })
	void helpIsGivenOnStandardOutput(String command) {
		var ended = packhorse(Stream.of(command, "--help").filter(word -> !word.isEmpty()).toArray(String[]::new));
		assertThat(ended.exitCode()).isZero();
		assertThat(ended.out()).startsWith("Usage: packhorse");
		assertThat(ended.err()).isEmpty();
	}

	@Test
	void versionIsTheSoftwareOfManifests() {
		assertThat(packhorse("--version").out()).startsWith("Packhorse ").contains(", Java 25");
	}

	@Test
	void commandThatIsNoneIsUsage() {
		var ended = packhorse("rnu", "quick");
		assertThat(ended.exitCode()).isEqualTo(2);
		assertThat(ended.err()).contains("rnu").contains("run");
		assertThat(packhorse().exitCode()).isEqualTo(2);
	}

	/// Those that ship, and the one of these tests.
	private static List<String> packs() {
		var folders = Path.of("report-templates").toFile().list((folder, name) -> !name.startsWith("_") && new File(folder, name + "/pack.yml").exists());
		return Stream.concat(Stream.of("quick"), Stream.of(folders)).sorted().toList();
	}

	@Test
	void packThatIsNoneIsUsage() {
		var ended = packhorse("run", "quikc");
		assertThat(ended.exitCode()).isEqualTo(2);
		assertThat(ended.err()).contains("There is no pack 'quikc'; the packs are " + String.join(", ", packs()) + ".");
		assertThat(ended.out()).isEmpty();
	}

	@Test
	void councilThatIsNoneIsUsage() {
		var ended = packhorse("run", "quick", "--authority", "X99999999");
		assertThat(ended.exitCode()).isEqualTo(2);
		assertThat(ended.err()).contains("There is no council 'X99999999' on file; on file are X99000007 (Testingham).");
	}

	@Test
	void houseThatIsNoneIsUsageAndAllFaultsAreSaidAtOnce() {
		var ended = packhorse("run", "quikc", "--house", "nowhere", "--authority", "X99999999");
		assertThat(ended.exitCode()).isEqualTo(2);
		assertThat(ended.err()).contains("There is no pack 'quikc'", "There is no house 'nowhere'; the houses are default, sefton-2021, st-helens-2020, st-helens-2021.", "There is no council");
	}

	@Test
	void formatThatIsNoneIsUsage() {
		var ended = packhorse("run", "quick", "--formats", "html,odt");
		assertThat(ended.exitCode()).isEqualTo(2);
		assertThat(ended.err()).contains("There is no format 'odt'; the formats are docx, xlsx, pdf and html.");
	}

	@Test
	void dateThatIsNoneIsUsage() {
		var ended = packhorse("run", "quick", "--as-at", "31/03/2026");
		assertThat(ended.exitCode()).isEqualTo(2);
		assertThat(ended.err()).contains("'31/03/2026' is no day of the calendar; write one as 2026-03-31");
	}

	@Test
	void runPublishesAndSaysWhere() {
		var ended = packhorse("run", "quick", "--as-at", "2021-05-31", "--out", home.resolve("elsewhere").toString());
		assertThat(ended.exitCode()).isZero();
		var folder = home.resolve("elsewhere/X99000007/quick/2021-05-31/v1");
		assertThat(ended.out().lines()).containsExactly("X99000007/quick/2021-05-31/v1: published", "  " + folder.resolve("manifest.json"),
				"  " + folder.resolve("pack.json"), "  " + folder.resolve("testingham-quick-2021-05-31.html"));
		assertThat(folder).isDirectory();
	}

	@Test
	void runAgainSaysThatTheEditionStands() {
		var ended = packhorse("run", "quick", "--as-at", "2021-06-30", "--authority", "all", "--json");
		assertThat(ended.exitCode()).isZero();
		assertThat(ended.json()).singleElement().satisfies(result -> {
			assertThat(result.get("edition").asString()).isEqualTo("X99000007/quick/2021-06-30/v1");
			assertThat(result.get("published").asBoolean()).isFalse();
		});
	}

	@Test
	void packsThatCanBeMadeAreMadeWhateverBecomesOfTheOthers() throws IOException {
		withPack("broken", "<pack title=\"${pack.title}\" as-at=\"${asAt}\">\n<paragraph>${authority.nmae}</paragraph>\n</pack>\n", () -> {
			var ended = packhorse("run", "broken", "quick", "--as-at", "2021-04-30", "--json");
			assertThat(ended.exitCode()).isEqualTo(3);
			assertThat(ended.err()).contains("broken of X99000007 as at 2021-04-30 was not made.")
				.contains("broken/document.ftlx, line 2")
				.contains("Did you mean name?");
			assertThat(ended.json()).hasSize(2);
			assertThat(ended.json().get(0).get("exitCode").asInt()).isEqualTo(3);
			assertThat(ended.json().get(1).get("published").asBoolean()).isTrue();
		});
	}

	@Test
	void faultyFileIsInputAndNamedWithItsPlace() {
		var file = TestHome.write(home.resolve("faulty/updates.csv"),
				"authority,plan,action,reported_on,percent_complete\nX99000007,P1,1.1,31/02/2021,150\n");
		var ended = packhorse("load", file.toString());
		assertThat(ended.exitCode()).isEqualTo(3);
		assertThat(ended.err()).contains("updates.csv, row 2, column reported_on: '31/02/2021' is not a day of the calendar.")
			.contains("updates.csv, row 2, column percent_complete: 150 is out of range.");
		assertThat(ended.out()).contains("2 faults, nothing of it was loaded");
	}

	@Test
	void fileThatIsMissingIsSaidInWords() {
		var ended = packhorse("load", home.resolve("no-such/updates.csv").toString());
		assertThat(ended.exitCode()).isEqualTo(2);
		assertThat(ended.err().lines()).containsExactly("packhorse: There is no file " + home.resolve("no-such/updates.csv") + "; nothing was loaded.");
		assertThat(ended.out()).isEmpty();
	}

	@Test
	void dryRunStoresNothing() {
		var file = TestHome.write(home.resolve("dry/plans.csv"), "authority,code,title\nX99000007,P9,Another plan\n");
		var dry = packhorse("load", "--dry-run", "--json", file.toString());
		assertThat(dry.exitCode()).isZero();
		assertThat(dry.json().get(0).get("good").asBoolean()).isTrue();
		assertThat(dry.json().get(0).get("loaded").asBoolean()).isFalse();
		assertThat(dry.json().get(0).get("tables").get(0).get("added").asInt()).isOne();
		assertThat(packhorse("load", "--dry-run", "--json", file.toString()).json()).as("the row is still new").isEqualTo(dry.json());
	}

	@Test
	void dryRunOfAFaultyFileIsInputAsJson() {
		var file = TestHome.write(home.resolve("dry/sections.csv"), "authority,plan,no,title\nX99000007,P7,1,Nowhere\n");
		var ended = packhorse("load", "--dry-run", "--json", file.toString());
		assertThat(ended.exitCode()).isEqualTo(3);
		var fault = ended.json().get(0).get("faults").get(0);
		assertThat(fault.get("row").asInt()).isEqualTo(2);
		assertThat(fault.get("column").asString()).isEqualTo("plan");
	}

	@Test
	void tamperedEditionFailsItsProof() throws IOException {
		var copy = home.resolve("copies/X99000007/quick/2021-06-30/v1");
		TestHome.copy(published, copy);
		assertThat(packhorse("verify", copy.toString(), "--json").json().get(0).get("good").asBoolean()).isTrue();
		Files.delete(copy.resolve("pack.json"));
		var ended = packhorse("verify", published.toString(), copy.toString());
		assertThat(ended.exitCode()).isEqualTo(1);
		assertThat(ended.out()).contains(published + ": proved", copy + ": NOT PROVED",
				"FAULT: pack.json is in the manifest but not in the folder.");
	}

	@Test
	void verifyProvesEveryEditionOnRecord() {
		var ended = packhorse("verify", "--all");
		assertThat(ended.exitCode()).as(ended.out()).isZero();
		assertThat(ended.out()).contains(published + ": proved");
		assertThat(packhorse("verify").exitCode()).isEqualTo(2);
	}

	@Test
	void deepProofReadsTheFilesBack() throws IOException {
		var copy = home.resolve("deep/X99000007/quick/2021-06-30/v1");
		TestHome.copy(published, copy);
		var ended = packhorse("verify", "--deep", copy.toString());
		assertThat(ended.exitCode()).as(ended.out()).isZero();
		assertThat(ended.out()).contains("HTML says what the snapshot says: ", "pack.json says what the snapshot says.");
		var page = copy.resolve("testingham-quick-2021-06-30.html");
		var changed = Files.readString(page).replaceFirst("<h1>[^<]+", "<h1>Another title");
		Files.delete(page);
		Files.writeString(page, changed);
		var proof = packhorse("verify", "--deep", "--json", copy.toString());
		assertThat(proof.exitCode()).isEqualTo(1);
		assertThat(proof.json().get(0).get("faults").toString()).contains("its SHA-256 differs from the manifest's.",
				"HTML: on the cover, title: expected '", ", found 'Another title'.");
	}

	@Test
	void editionsAreListed() {
		var ended = packhorse("editions", "--json");
		assertThat(ended.exitCode()).isZero();
		assertThat(ended.json()).anySatisfy(edition -> {
			assertThat(edition.get("edition").asString()).isEqualTo("X99000007/quick/2021-06-30/v1");
			assertThat(edition.get("state").asString()).isEqualTo("final");
			assertThat(edition.get("folderStands").asBoolean()).isTrue();
		});
		assertThat(packhorse("editions").out()).contains("X99000007/quick/2021-06-30/v1");
	}

	@Test
	void packsAreListed() {
		var ended = packhorse("packs", "--json");
		assertThat(ended.exitCode()).isZero();
		assertThat(ended.json()).extracting(pack -> pack.get("pack").asString()).containsExactlyElementsOf(packs());
		assertThat(packhorse("packs").out()).contains("quick").contains("Quick pack (members; html)");
	}

	@Test
	void previewWritesAPageInWhateverDatabaseAndPublishesNothing() {
		var ended = packhorse("preview", "quick");
		assertThat(ended.exitCode()).as(ended.err()).isZero();
		assertThat(Path.of(ended.out().strip())).isEqualTo(home.resolve("out/preview/quick.html")).content().contains("Sampleford");
		assertThat(packhorse("preview", "nothing").exitCode()).isEqualTo(2);
	}

	@Test
	void embeddedDatabaseInUseIsForLaterAndItsOwnerIsNamed() {
		System.setProperty("packhorse.command", "load");
		try (var _ = Application.open(settings())) {
			var ended = packhorse("editions");
			assertThat(ended.exitCode()).isEqualTo(75);
			assertThat(ended.err()).contains("The embedded database is in use by process " + ProcessHandle.current().pid() + " (packhorse load).");
		}
		finally {
			System.clearProperty("packhorse.command");
		}
		assertThat(packhorse("editions").exitCode()).isZero();
	}

	@Test
	void databaseThatDoesNotAnswerIsForLater() {
		var ended = run("editions", "--spring.datasource.url=jdbc:mysql://127.0.0.1:1/packhorse?connectTimeout=200",
				"--spring.datasource.hikari.connection-timeout=500", "--packhorse.home=" + home);
		assertThat(ended.exitCode()).isEqualTo(75);
		assertThat(ended.err()).contains("packhorse: the database does not answer");
	}

	@Test
	void homeWithoutTemplatesIsSaidInWords() throws IOException {
		var bare = Files.createTempDirectory(home, "bare");
		for (String[] command : List.of(new String[] { "packs" }, new String[] { "check" })) {
			var ended = run(words(command[0], List.of("--packhorse.home=" + bare)));
			assertThat(ended.exitCode()).isEqualTo(3);
			assertThat(ended.err()).contains("There is no folder of templates");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "demo", "load any.csv", "run quick", "packs", "editions", "check", "preview quick", "verify --all", "doctor" })
	void homeThatIsNoneIsUsageAndNotMade(String command) {
		var nowhere = home.resolve("nowehre");
		var ended = run(words(List.of(command.split(" ")), List.of("--packhorse.home=" + nowhere)));
		assertThat(ended.exitCode()).isEqualTo(2);
		assertThat(ended.err().lines()).singleElement().asString().startsWith("packhorse: There is no folder " + nowhere);
		assertThat(ended.out()).isEmpty();
		assertThat(nowhere).doesNotExist();
	}

	/// A file in the folder's place stands for a disk that cannot be written, which tests run by root cannot have.
	@Test
	void doctorNamesAFolderThatCannotBeWritten() throws IOException {
		var sealed = Files.createTempDirectory(home, "sealed");
		Files.writeString(sealed.resolve("data"), "");
		var database = "--spring.datasource.url=jdbc:h2:file:" + sealed.resolve("data/packhorse") + ";MODE=MySQL";
		var ended = run("doctor", "--packhorse.home=" + sealed, database);
		assertThat(ended.exitCode()).isEqualTo(1);
		assertThat(ended.out().lines()).anyMatch(line -> line.startsWith("BAD  Database       The folder of the embedded database"))
			.anyMatch(line -> line.startsWith("BAD  Data and logs  " + sealed.resolve("data") + " cannot be written"))
			.anyMatch(line -> line.startsWith("BAD  Templates      report-templates: There is no folder of templates."));
		assertThat(ended.err()).isEmpty();
		var editions = run("editions", "--packhorse.home=" + sealed, database);
		assertThat(editions.exitCode()).isEqualTo(1);
		assertThat(editions.err().lines()).singleElement().asString().startsWith("packhorse: The folder of the embedded database");
	}

	@Test
	void draftOfADayToComeIsMadeWithOneWarningEach() {
		var ended = packhorse("run", "quick", "--as-at", "2999-01-01", "--draft", "--formats", "xlsx", "--out", home.resolve("drafts").toString());
		assertThat(ended.exitCode()).as(ended.err()).isZero();
		assertThat(ended.err().lines()).containsOnlyOnce("packhorse: 2999-01-01 is in the future: the pack says what is known today");
		assertThat(ended.err().lines().filter(line -> line.contains("cannot show watermark"))).singleElement().asString().doesNotContain("()");
	}

	@Test
	void doctorFindsAGoodHome() {
		var ended = packhorse("doctor", "--json");
		assertThat(ended.exitCode()).isZero();
		assertThat(ended.json()).extracting(finding -> finding.get("what").asString()).contains("Software", "Database", "Templates");
		assertThat(ended.json()).allMatch(finding -> finding.get("good").asBoolean());
	}

	@Test
	void checkFindsNothingWrong() {
		var ended = packhorse("check");
		assertThat(ended.exitCode()).as(ended.out()).isZero();
		assertThat(ended.out()).startsWith("No faults in %d packs (%s) and 4 houses (default, sefton-2021, st-helens-2020, st-helens-2021).".formatted(packs().size(),
				String.join(", ", packs())));
	}

	@Test
	void checkFindsWhatIsPlantedInTemplatesHousesAndRules() throws IOException {
		var templates = home.resolve("report-templates");
		TestHome.write(templates.resolve("houses/odd/house.yml"), "colours:\n  accent: \"EEEEEE\"\nfnot: Arial\n");
		TestHome.write(templates.resolve("houses/odd/rules.yml"), "# thresholds\nsilent-days: many\n");
		withPack("odd", "<pack title=\"${pack.title}\" as-at=\"${asAt}\">\n<#if true>\n</pack>\n", () -> {
			TestHome.write(templates.resolve("odd/pack.yml"), "title: Odd pack\naudience: everybody\n");
			var ended = packhorse("check");
			assertThat(ended.exitCode()).isEqualTo(3);
			assertThat(ended.out().lines()).anyMatch(line -> line.startsWith("report-templates/odd/pack.yml, line 2"))
				.anyMatch(line -> line.startsWith("report-templates/odd/document.ftlx, line "))
				.anyMatch(line -> line.startsWith("report-templates/houses/odd/house.yml, line 2"))
				.anyMatch(line -> line.startsWith("report-templates/houses/odd/house.yml, line 3"))
				.anyMatch(line -> line.startsWith("report-templates/houses/odd/rules.yml, line 2"));
			assertThat(packhorse("check", "--json").json()).allMatch(fault -> !fault.get("remedy").asString().isEmpty());
		});
		TestHome.delete(templates.resolve("houses/odd"));
	}

	@Test
	void checkRefusesATableOfMoreColumnsThanAPageHasRoomFor() throws IOException {
		var columns = "<column heading=\"C${c}\"/>";
		withPack("wide", "<pack title=\"${pack.title}\" as-at=\"${asAt}\">\n<table caption=\"Too wide\"><#list 1..60 as c>" + columns
				+ "</#list></table>\n<table caption=\"Fits\"><#list 1..14 as c>" + columns + "</#list></table>\n<table caption=\"One\"><column heading=\"C\"/></table>\n</pack>\n",
				() -> {
					var ended = packhorse("check", "wide");
					assertThat(ended.exitCode()).isEqualTo(3);
					assertThat(ended.out().lines()).singleElement().asString()
						.startsWith("report-templates/wide/document.ftlx, line 2: The table 'Too wide' has 60 columns; on a page there is room for 14.")
						.contains("Split it into tables of 14 columns or fewer", "workbook.ftlx");
				});
	}

	@Test
	void checkTakesAWideTableInTheWorkbookAlone() throws IOException {
		withPack("wide", "<pack title=\"${pack.title}\" as-at=\"${asAt}\"/>\n", () -> {
			TestHome.write(home.resolve("report-templates/wide/workbook.ftlx"), "<pack title=\"${pack.title}\" as-at=\"${asAt}\">\n"
					+ "<table caption=\"Wide\"><#list 1..60 as c><column heading=\"C${c}\"/></#list></table>\n</pack>\n");
			TestHome.write(home.resolve("report-templates/wide/pack.yml"), "title: Wide pack\naudience: members\nformats: [xlsx, html]\n");
			assertThat(packhorse("check", "wide").exitCode()).isZero();
		});
	}

	@Test
	void checkNamesEveryBadFileOfAHouse() throws IOException {
		var houses = home.resolve("report-templates/houses");
		TestHome.write(houses.resolve("bad/house.yml"), """
				logo: logo.png
				logo-alternative: Exampleshire
				fonts:
				  regular: words.ttf
				  bold: none.ttf
				  italic: words.ttf
				""");
		TestHome.write(houses.resolve("bad/logo.png"), "no picture");
		TestHome.write(houses.resolve("bad/words.ttf"), "no font");
		TestHome.write(houses.resolve("bad/house.docx"), "no document");
		try {
			var ended = packhorse("check");
			assertThat(ended.exitCode()).isEqualTo(3);
			assertThat(ended.out().lines().map(line -> line.replace("report-templates/houses/bad/", ""))).containsExactly(
					"house.docx: house.docx is not a Word document (.docx). Open the house's document in Word, save it as .docx without a password "
							+ "and put it here, or take it out.",
					"house.yml, line 1: houses/bad/logo.png is not a PNG or JPEG picture. Put a PNG or JPEG picture in its place.",
					"house.yml, line 4: houses/bad/words.ttf is not a TrueType font (.ttf). Put a TrueType font (.ttf) in its place.",
					"house.yml, line 5: There is no file houses/bad/none.ttf. Put the file there, or take the setting out.",
					"house.yml, line 6: houses/bad/words.ttf is not a TrueType font (.ttf). Put a TrueType font (.ttf) in its place.");
		}
		finally {
			TestHome.delete(houses.resolve("bad"));
		}
	}

	@Test
	void checkFindsWhatOnlyDataShow() throws IOException {
		withPack("late", "<pack title=\"${pack.title}\" as-at=\"${asAt}\">\n<#list plans as plan>\n<paragraph>${plan.titel}</paragraph>\n</#list>\n</pack>\n",
				() -> {
					var ended = packhorse("check", "late");
					assertThat(ended.exitCode()).isEqualTo(3);
					assertThat(ended.out()).contains("report-templates/late/document.ftlx, line 3: There is no 'titel'").contains("Did you mean title?");
				});
	}

	@Test
	void checkTriesEachPackOnItsOwnSampleAlone() throws IOException {
		withPack("poor", "<pack title=\"${pack.title}\" as-at=\"${asAt}\"/>\n", () -> {
			TestHome.delete(home.resolve("report-templates/poor/sample"));
			TestHome.write(home.resolve("report-templates/poor/sample/kpis.csv"), "code,title,unit\nA,Anything,count\n");
			var ended = packhorse("check", "quick", "poor");
			assertThat(ended.exitCode()).isEqualTo(3);
			assertThat(ended.out()).contains("report-templates/poor/sample").contains("hold no council with a plan");
		});
	}

	private static void withPack(String name, String document, Runnable test) throws IOException {
		var pack = home.resolve("report-templates").resolve(name);
		TestHome.copy(home.resolve("report-templates/quick"), pack);
		TestHome.write(pack.resolve("document.ftlx"), document);
		try {
			test.run();
		}
		finally {
			TestHome.delete(pack);
		}
	}

	private static Ended packhorse(String... words) {
		return run(words(List.of(words), settings()));
	}

	private static List<String> settings() {
		return List.of("--packhorse.home=" + home, "--spring.datasource.url=jdbc:h2:file:" + home.resolve("data/packhorse")
				+ ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE");
	}

	private static String[] words(String first, List<String> others) {
		return words(List.of(first), others);
	}

	private static String[] words(List<String> some, List<String> others) {
		var words = new ArrayList<>(some);
		words.addAll(others);
		return words.toArray(String[]::new);
	}

	private static List<String> files(Path folder) throws IOException {
		return ImportFiles.of(folder).files().stream().map(Path::toString).toList();
	}

	private static Ended run(String... words) {
		var out = new StringWriter();
		var err = new StringWriter();
		var exitCode = PackhorseCommand.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
		return new Ended(exitCode, out.toString(), err.toString());
	}

}
