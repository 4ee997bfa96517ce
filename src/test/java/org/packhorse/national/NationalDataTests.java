package org.packhorse.national;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.ImportFiles;
import org.packhorse.Published;
import org.packhorse.TestDatabases;
import org.packhorse.run.PackRuns;
import org.packhorse.writer.PackFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// The fictional councils load without a fault, and their packs say what was put into them.
class NationalDataTests {

	@TempDir
	private Path folder;

	@Test
	void theSameSeedGivesTheSameBytesAndAnotherDoesNot() throws IOException {
		NationalData.write(2, this.folder.resolve("first"), 7);
		NationalData.write(2, this.folder.resolve("again"), 7);
		NationalData.write(2, this.folder.resolve("other"), 8);
		assertThat(words("again")).isEqualTo(words("first"));
		assertThat(words("other").get("updates.csv")).isNotEqualTo(words("first").get("updates.csv"));
	}

	@Test
	void aCouncilIsTheSameHoweverManyOthersThereAre() throws IOException {
		NationalData.write(1, this.folder.resolve("one"), 7);
		NationalData.write(2, this.folder.resolve("two"), 7);
		assertThat(words("two").get("updates.csv")).startsWith(words("one").get("updates.csv"));
	}

	@Test
	void noTwoActionsOfTheWholeCountryAreAlike() {
		var actions = IntStream.rangeClosed(1, 152).mapToObj(no -> FictionalCouncil.of(no, NationalData.SEED)).flatMap(council -> council.actions().stream());
		assertThat(actions.map(PlannedAction::words)).hasSize(152 * 150).doesNotHaveDuplicates();
	}

	@Test
	void everyBoardPackCountsWhatWasPutIn() throws IOException {
		NationalData.write(3, this.folder.resolve("data"), NationalData.SEED);
		try (var database = TestDatabases.h2()) {
			ImportFiles.of(this.folder.resolve("data")).into(database);
			for (int no = 1; no <= 3; no++) {
				var council = FictionalCouncil.of(no, NationalData.SEED);
				var request = Published.request(council.code(), "improvement-board", NationalData.AS_AT, this.folder.resolve("out"));
				var edition = database.bean(PackRuns.class).make(Published.in(request, PackFormat.DOCX), 0, _ -> {
				}).edition();
				assertThat(charts(Published.file(edition, PackFormat.DOCX))).as("charts in the Word document").isEqualTo(6);
				check(JsonMapper.shared().readTree(Published.files(edition.path()).get("pack.json")), council);
			}
		}
	}

	private static void check(JsonNode pack, FictionalCouncil council) {
		assertThat(pack.at("/authority/name").asString()).isEqualTo(council.name()).startsWith("Fictional Council 00");
		assertThat(pack.get("sections").size()).as("8, 9 or 10 sections").isEqualTo(council.themes().size()).isBetween(8, 10);
		var actions = pack.get("sections").valueStream().flatMap(section -> section.get("actions").valueStream()).toList();
		assertThat(actions).hasSize(150);
		var fates = council.actions().stream().collect(Collectors.toMap(PlannedAction::ref, action -> action.fate().rating()));
		assertThat(ratings(actions, "ref")).isEqualTo(fates);
		var moves = council.actions().stream().collect(Collectors.toMap(PlannedAction::ref, action -> action.moved().size()));
		assertThat(actions.stream().collect(Collectors.toMap(action -> action.get("ref").asString(), action -> action.get("moves").asInt()))).isEqualTo(moves);
		var courses = council.courses().stream().collect(Collectors.toMap(course -> course.indicator().code(), Course::rating));
		assertThat(courses).hasSize(40);
		assertThat(ratings(pack.get("kpis").valueStream().toList(), "code")).isEqualTo(courses);
	}

	private static Map<String, String> ratings(List<JsonNode> rows, String key) {
		return rows.stream().collect(Collectors.toMap(row -> row.get(key).asString(), row -> row.get("rating").asString()));
	}

	private static long charts(byte[] word) throws IOException {
		long charts = 0;
		try (var zip = new ZipInputStream(new ByteArrayInputStream(word))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				charts += entry.getName().matches("word/charts/chart\\d+\\.xml") ? 1 : 0;
			}
		}
		return charts;
	}

	private Map<String, String> words(String name) {
		return Published.files(this.folder.resolve(name)).entrySet().stream()
			.collect(Collectors.toMap(Map.Entry::getKey, file -> new String(file.getValue(), StandardCharsets.UTF_8)));
	}

}
