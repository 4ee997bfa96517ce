package org.packhorse.pack;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.packhorse.ImportFiles;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.authority.Authorities;
import org.packhorse.template.TemplateFolder;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.pdf.PdfUa;
import org.packhorse.writer.word.WordFileAsText;

import static org.assertj.core.api.Assertions.assertThat;

/// The report-templates folder as it ships: every pack works, another is made by files alone, and the authors' page lists
/// what a template may say.
class ReportTemplatesTests {

	private static final Path FOLDER = Path.of("report-templates");

	@TempDir
	private Path folder;

	static Stream<String> folders() throws IOException {
		try (var entries = Files.list(FOLDER)) {
			return entries.filter(entry -> Files.exists(entry.resolve("pack.yml"))).map(entry -> entry.getFileName().toString()).sorted().toList().stream();
		}
	}

	@Test
	void templatesHaveNoFaults() {
		var templates = TemplateFolder.open(FOLDER);
		assertThat(templates.check()).isEmpty();
		assertThat(PackMaker.checkRules(templates)).isEmpty();
	}

	/// Also the starter, which nobody publishes: it is copied under a name of its own first.
	@ParameterizedTest
	@MethodSource("folders")
	void everyPackIsMadeOfItsSampleDataInAllItsFormats(String name) throws Exception {
		var home = TestHome.fresh("samples");
		var pack = name.replaceFirst("^_", "");
		if (!pack.equals(name)) {
			TestHome.copy(FOLDER.resolve(name), home.resolve("report-templates").resolve(pack));
		}
		var templates = TemplateFolder.open(home.resolve("report-templates"));
		var settings = templates.settings(pack);
		try (var database = TestDatabases.h2().home(home)) {
			ImportFiles.of(templates.sample(pack)).into(database);
			var council = database.bean(Authorities.class).withPlans().getFirst();
			var asAt = settings.sampleAsAt();
			assertThat(asAt).as("sample-as-at of " + name).isNotNull();
			if (!settings.part2Of().isEmpty()) {
				Published.make(database, Published.request(council.code(), settings.part2Of(), asAt, home.resolve("out")));
			}
			var made = Published.make(database, Published.request(council.code(), pack, asAt, home.resolve("out")));
			assertThat(made.published()).isTrue();
			assertThat(made.notRendered()).isEmpty();
			assertThat(Published.files(made.edition().path())).hasSize(settings.formats().size() + 2).allSatisfy((file, bytes) -> assertThat(bytes).as(file).isNotEmpty());
			var read = database.bean(DeepVerification.class).verify(made.edition().path());
			assertThat(read.faults()).as("what files say otherwise than the pack").isEmpty();
			assertThat(read.proved()).hasSize(settings.formats().size() + 2).contains("pack.json says what the snapshot says.");
			for (PackFormat format : settings.formats()) {
				assertThat(read.proved()).as("each file is read back").anyMatch(sentence -> sentence.startsWith(format.title() + " says what the snapshot says: "));
			}
		}
	}

	@Test
	void anotherPackAndHouseAreMadeByFilesAlone() throws Exception {
		var home = TestHome.fresh("own");
		var templates = home.resolve("report-templates");
		var pack = templates.resolve("scrutiny-report");
		TestHome.copy(FOLDER.resolve("_starter"), pack);
		TestHome.write(pack.resolve("pack.yml"), "title: Scrutiny report\naudience: public\nhouse: seaside\nnumbered: yes\n");
		TestHome.write(pack.resolve("document.ftlx"), Files.readString(pack.resolve("document.ftlx")).replace("  <section title=\"What to change\">", """
				  <section title="Every action">
				    <#list plans as plan>
				    <table caption="Actions of ${plan.title}" if-empty="None.">
				      <column heading="Ref" row-header="yes"/><column heading="Action" weight="4"/><column heading="Colour"/>
				      <#list plan.sections as section><#list section.actions as action>
				      <row><cell>${action.ref}</cell><cell>${action.action}</cell><cell><badge tone="${action.rating.tone}">${action.rating.words}</badge></cell></row>
				      </#list></#list>
				    </table>
				    </#list>
				  </section>
				  <section title="What to change">""".stripTrailing()).replace("This pack shows", "Members see here"));
		TestHome.write(templates.resolve("houses/seaside/house.yml"), "colours:\n  accent: \"5B2A86\"\nheader: \"Seaside {title}\"\n");
		try (var database = TestDatabases.h2().home(home)) {
			SmallCouncil.files(this.folder).into(database);
			var edition = Published.make(database, Published.request(SmallCouncil.CODE, "scrutiny-report", LocalDate.of(2021, 6, 30), home.resolve("out")))
				.edition();
			assertThat(edition.name()).isEqualTo("X99000007/scrutiny-report/2021-06-30/v1");
			var html = new String(Published.file(edition, PackFormat.HTML), StandardCharsets.UTF_8);
			assertThat(html.toUpperCase(Locale.ROOT)).contains("#5B2A86");
			assertThat(Jsoup.parse(html).text()).contains("Scrutiny report", "Members see here Testingham as at 30 June 2021", "2 Every action",
					"Actions of Improvement plan", "1.2 Audit contacts", "Recruit carers");
			assertThat(WordFileAsText.of(Published.file(edition, PackFormat.DOCX))).contains("Seaside Scrutiny report", "Recruit carers");
			assertThat(PdfUa.faults(Published.file(edition, PackFormat.PDF))).isEmpty();
			assertThat(database.bean(DeepVerification.class).verify(edition.path()).faults()).isEmpty();
		}
	}

	@Test
	void authorsPageListsEveryWordOfTheModel() throws IOException {
		var page = Files.readString(FOLDER.resolve("README.md"));
		var chapter = page.substring(page.indexOf("## What a template may say"));
		chapter = chapter.substring(0, chapter.indexOf("\n## ", 3));
		var listed = new LinkedHashMap<String, List<String>>();
		for (String part : chapter.split("(?m)^### ")) {
			var names = Pattern.compile("(?m)^- `(\\w+)`").matcher(part).results().map(line -> line.group(1)).toList();
			if (!names.isEmpty()) {
				listed.put(part.lines().findFirst().orElseThrow(), names);
			}
		}
		assertThat(listed).isEqualTo(model());
	}

	/// The components of the model and of every record in it, by the record's name in the page's headings.
	private static Map<String, List<String>> model() {
		var records = new LinkedHashMap<String, List<String>>();
		var open = new ArrayDeque<Class<?>>(List.of(PackModel.class));
		while (!open.isEmpty()) {
			var type = open.removeFirst();
			var names = new ArrayList<String>();
			for (RecordComponent component : type.getRecordComponents()) {
				names.add(component.getName());
				var held = held(component.getGenericType());
				if (held.isRecord() && !records.containsKey(title(held)) && !open.contains(held)) {
					open.addLast(held);
				}
			}
			records.put(title(type), names);
		}
		return records;
	}

	/// `ActionLine` is headed "Action line", the model itself "The pack's data".
	private static String title(Class<?> type) {
		if (type == PackModel.class) {
			return "The pack's data";
		}
		var words = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	private static Class<?> held(Type type) {
		return type instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : (Class<?>) type;
	}

}
