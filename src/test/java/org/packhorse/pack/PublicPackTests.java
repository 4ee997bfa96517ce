package org.packhorse.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.packhorse.Published;
import org.packhorse.disclosure.DisclosureRule;
import org.packhorse.disclosure.Recovered;
import org.packhorse.disclosure.Shown;
import org.packhorse.disclosure.Suppression;
import org.packhorse.disclosure.Withheld;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.KpiGroup;
import org.packhorse.kpi.Measured;
import org.packhorse.writer.PackFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What the public gets of a council with small numbers, in two editions of its pack.
class PublicPackTests {

	private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 28);

	private static PublicPacks packs;

	private static Edition before;

	private static Edition edition;

	private static Disclosed disclosed;

	private static JsonNode json;

	@BeforeAll
	static void publish() {
		packs = new PublicPacks("public-packs");
		packs.make("improvement-board", LocalDate.of(2026, 1, 31));
		before = packs.make(PublicPacks.OPEN, FEBRUARY).edition();
		edition = packs.make(PublicPacks.OPEN, PublicPacks.MARCH).edition();
		disclosed = packs.disclosed(edition);
		json = new JsonMapper().readTree(Published.files(edition.path()).get("pack.json"));
	}

	@AfterAll
	static void close() {
		packs.close();
	}

	@Test
	void smallNumbersOfTheCouncilAreWithheldAndWhatWouldTellThem() {
		assertThat(withheldNow()).contains("CLA91N", "CLV06", "ZZ1").contains("CLV03", "CLA13N", "ZZ2").doesNotContain("CLA01N", "ZZ3");
	}

	@Test
	void nothingThatIsWithheldCanBeWorkedOutFromTheWorkbooks() throws IOException {
		var shown = readings(edition);
		assertThat(shown).hasSizeGreaterThan(700);
		var published = published(shown);
		var suppression = new Suppression(published, suppression().withheld(), List.of(), List.of());
		var known = readings(before).entrySet().stream().map(read -> new Shown(read.getKey().kpi(), read.getKey().periodEnd(), read.getValue(), null, null)).toList();
		assertThat(Recovered.from(suppression, disclosed.snapshot().kpis(), groups(), known, DisclosureRule.defaults())).isEmpty();
	}

	@Test
	void theSolverFindsWhatIsTakenBackFromTheWithheld() throws IOException {
		var shown = readings(edition);
		shown.put(new Snapshot.Hidden("ZZ2", PublicPacks.MARCH), new BigDecimal("73913"));
		var suppression = new Suppression(published(shown), suppression().withheld(), List.of(), List.of());
		assertThat(Recovered.from(suppression, disclosed.snapshot().kpis(), groups(), List.of(), DisclosureRule.defaults())).contains("ZZ1|2026-03-31|n");
	}

	@Test
	void packJsonGivesNoFigureRatingOrDirectionOfAWithheldReading() {
		for (String code : withheldNow()) {
			var kpi = kpi(code);
			assertThat(kpi.get("value").isNull()).as(code).isTrue();
			assertThat(kpi.get("symbol").asString()).isEqualTo("c");
			assertThat(kpi.get("rating").asString()).isEqualTo("NONE");
			assertThat(List.of("distance", "direction", "yearOn", "rank")).allSatisfy(key -> assertThat(kpi.get(key).isNull()).as(code + " " + key).isTrue());
		}
		assertThat(json.get("disclosure").get("withheld").asInt()).isEqualTo(suppression().withheld().size());
	}

	@Test
	void noPointOfAChartRestsOnAWithheldReading() {
		var model = new Composition(disclosed, packs.database().bean(PackMaker.class).assess(disclosed)).model();
		var hidden = suppression().withheld().stream().map(one -> new Snapshot.Hidden(one.kpi().code(), one.periodEnd())).toList();
		model.kpis().forEach(kpi -> kpi.history().stream().filter(point -> hidden.contains(new Snapshot.Hidden(kpi.code(), point.periodEnd())))
			.forEach(point -> assertThat(point).extracting(PackModel.Point::value, PackModel.Point::signal).containsExactly(null, "")));
	}

	@Test
	void ratingsOnFileOfAPublicEditionKnowNoWithheldFigure() {
		for (String code : withheldNow()) {
			assertThat(packs.database().sql().sql("SELECT rating, `value` FROM kpi_assessments WHERE edition = ? AND kpi = ?")
				.params(edition.number(), code).query((row, _) -> row.getString(1) + row.getString(2)).single()).isEqualTo("NONEnull");
		}
	}

	@Test
	void everyFileSaysHowMuchIsWithheldAndWhatTheLetterMeans() {
		assertThat(suppression().note().getFirst()).startsWith("The letter c stands for a figure that is withheld");
		assertThat(json.get("disclosure").get("note").get(0).asString()).isEqualTo(suppression().note().getFirst());
	}

	@Test
	void movementIsMeasuredAgainstThePublicEditionBefore() {
		assertThat(json.get("movement").get("since").asString()).isEqualTo("2026-02-28");
		assertThat(disclosed.snapshot().previous()).satisfies(previous -> assertThat(previous.kpis()).filteredOn(kpi -> kpi.kpi().equals("CLV06"))
			.extracting(Snapshot.RatedKpi::rating).extracting(Enum::name).containsExactly("NONE"));
	}

	@Test
	void whatTheEditionBeforeShowedIsKnownToItsReaders() {
		var disclosure = disclosed.snapshot().disclosure();
		assertThat(disclosure).isNotNull();
		assertThat(disclosure.shownBefore()).hasSizeGreaterThan(700).extracting(Shown::kpi).contains("CLA01N");
		var hidden = packs.disclosed(before).suppression().withheld().stream().map(one -> new Snapshot.Hidden(one.kpi().code(), one.periodEnd())).toList();
		assertThat(disclosure.shownBefore()).noneMatch(one -> hidden.contains(new Snapshot.Hidden(one.kpi(), one.periodEnd())));
	}

	@Test
	void theSameFactsGiveNoSecondEdition() {
		assertThat(packs.make(PublicPacks.OPEN, PublicPacks.MARCH).published()).isFalse();
	}

	@Test
	void aPublicEditionIsProvedLikeAnyOther() {
		assertThat(packs.database().bean(Verification.class).verify(edition.path())).satisfies(result -> {
			assertThat(result.faults()).isEmpty();
			assertThat(result.proved()).contains("The stored snapshot gives the same bytes again.");
		});
	}

	@Test
	void theManifestsHashIsOfWhatReadersGet() {
		var manifest = SnapshotJson.manifest(Published.files(edition.path()).get("manifest.json"));
		assertThat(manifest.snapshotSha256()).isEqualTo(Sha256.of(SnapshotJson.of(disclosed.facts()))).isNotEqualTo(Sha256.of(SnapshotJson.of(disclosed.snapshot())));
		assertThat(new String(SnapshotJson.of(disclosed.facts()), StandardCharsets.UTF_8)).doesNotContain("73913");
	}

	@Test
	void aPackForNamedPostsShowsEverythingAsBefore() throws IOException {
		var board = packs.make("improvement-board", PublicPacks.MARCH).edition();
		var snapshot = packs.disclosed(board);
		assertThat(snapshot.suppression()).isNull();
		assertThat(new String(SnapshotJson.of(snapshot.snapshot()), StandardCharsets.UTF_8)).doesNotContain("\"disclosure\":{").doesNotContain("\"disclosure\":null");
		assertThat(SnapshotJson.of(snapshot.facts())).isEqualTo(SnapshotJson.of(snapshot.snapshot()));
		assertThat(readings(board)).containsEntry(new Snapshot.Hidden("ZZ2", PublicPacks.MARCH), new BigDecimal("73913"));
		var data = new JsonMapper().readTree(Published.files(board.path()).get("pack.json"));
		assertThat(data.has("disclosure")).isFalse();
	}

	@Test
	void aPreviewShowsNoMoreThanAnEdition() {
		var files = packs.database().bean(Previews.class).files(packs.request(PublicPacks.OPEN, PublicPacks.MARCH), List.of(PackFormat.HTML));
		var page = new String(files.get(PackFormat.HTML), StandardCharsets.UTF_8);
		var found = new LeakSearch(suppression(), LawfulFigures.of(Composed.of(disclosed, Assessments.of(disclosed)).model()))
			.search("page.html", MarkupText.passages("page.html", page, List.of()));
		assertThat(found).isEmpty();
		assertThat(page).contains("withheld (small number)").doesNotContain("73,913");
	}

	private static Suppression suppression() {
		return java.util.Objects.requireNonNull(disclosed.suppression());
	}

	private static List<String> withheldNow() {
		return suppression().withheld().stream().filter(one -> one.periodEnd().equals(PublicPacks.MARCH)).map(Withheld::kpi).map(Kpi::code).toList();
	}

	private static JsonNode kpi(String code) {
		return json.get("kpis").valueStream().filter(kpi -> kpi.get("code").asString().equals(code)).findFirst().orElseThrow();
	}

	/// The groups of the tables, those of one total and kind together.
	private static List<List<KpiGroup>> groups() {
		return java.util.Objects.requireNonNull(disclosed.snapshot().disclosure())
			.groups()
			.stream()
			.collect(java.util.stream.Collectors.groupingBy(group -> group.kind() + group.total()))
			.values()
			.stream()
			.toList();
	}

	/// The series as a reader of the workbook has them: a value where one stands, the letter where none does.
	private static List<Kpi.Series> published(Map<Snapshot.Hidden, BigDecimal> shown) {
		return disclosed.snapshot().kpis().stream().map(series -> new Kpi.Series(series.kpi(), series.readings().stream().map(reading -> {
			var value = shown.get(new Snapshot.Hidden(series.kpi().code(), reading.periodEnd()));
			return new Kpi.Reading(reading.periodEnd(), value, value == null ? "c" : "", null, null, reading.recordedOn());
		}).toList(), List.of(), List.of())).toList();
	}

	/// Every reading of the workbook's sheet of readings, and of pack.json.
	private static Map<Snapshot.Hidden, BigDecimal> readings(Edition of) throws IOException {
		var readings = new HashMap<Snapshot.Hidden, BigDecimal>();
		try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(Published.file(of, PackFormat.XLSX)))) {
			for (var row : workbook.getSheet("Readings")) {
				var code = row.getCell(0);
				var value = row.getCell(3);
				if (code == null || value == null || value.getCellType() != CellType.NUMERIC) {
					continue;
				}
				boolean percent = value.getCellStyle().getDataFormatString().contains("%");
				var number = new BigDecimal(Double.toString(value.getNumericCellValue())).movePointRight(percent ? 2 : 0);
				readings.put(new Snapshot.Hidden(code.getStringCellValue(), row.getCell(2).getLocalDateTimeCellValue().toLocalDate()), plain(number));
			}
		}
		return readings;
	}

	private static BigDecimal plain(BigDecimal number) {
		return new BigDecimal(number.setScale(9, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString());
	}

	@Test
	void theWorkbookIsReadBackAsItIs() throws IOException {
		var shown = readings(edition);
		disclosed.facts().kpis().stream().filter(series -> series.kpi().code().equals("CLA01N")).flatMap(series -> series.readings().stream()
			.map(reading -> Map.entry(new Snapshot.Hidden("CLA01N", reading.periodEnd()), Measured.of(series.kpi().unit(), reading))))
			.skip(1)
			.forEach(reading -> assertThat(shown.get(reading.getKey())).isEqualByComparingTo(reading.getValue()));
		assertThat(Path.of(edition.folder()).getFileName()).hasToString("v1");
	}

}
