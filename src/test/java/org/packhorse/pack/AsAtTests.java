package org.packhorse.pack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.packhorse.OnEveryDatabase;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.writer.PackFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// A pack says what was known by its date and nothing of what came later; the values are those worked out in [SmallCouncil].
@OnEveryDatabase
class AsAtTests {

	private static final LocalDate MAY = LocalDate.of(2021, 5, 31);

	private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/// The packs that were made on the database, by date: each test reads one of the same few.
	private static final Map<LocalDate, JsonNode> MADE = new HashMap<>();

	@TempDir
	private static Path all;

	private final TestDatabase database;

	@TempDir
	private Path folder;

	AsAtTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void load(TestDatabase database) {
		MADE.clear();
		SmallCouncil.files(all.resolve("first")).into(database);
		SmallCouncil.correction(all.resolve("second")).into(database);
	}

	@Test
	void everyActionHasTheRatingOfTheRuleThatFitsFirst() {
		assertThat(ratings(pack(JUNE))).containsExactly("1.1 GREEN on-track", "1.2 RED overdue", "1.3 AMBER moved", "2.1 COMPLETE complete",
				"2.2 AMBER on-track", "2.3 BLUE embedded", "2.4 GREY not-due");
	}

	@Test
	void whatWasReportedLaterIsNotSeen() {
		assertThat(ratings(pack(MAY))).containsExactly("1.1 AMBER behind", "1.2 AMBER behind", "1.3 AMBER moved", "2.1 GREEN on-track",
				"2.2 GREEN on-track", "2.3 BLUE embedded", "2.4 GREY not-due");
	}

	@Test
	void datesKeepTheFirstAgreedOneAndEveryMove() {
		var moved = action(pack(JUNE), "1.3");
		assertThat(moved.get("originalDueOn").asString()).isEqualTo("2021-04-30");
		assertThat(moved.get("dueOn").asString()).isEqualTo("2021-10-31");
		assertThat(moved.get("moves").asInt()).isEqualTo(2);
		assertThat(moved.get("daysToDue").asInt()).isEqualTo(123);
		assertThat(moved.get("daysSlipped").asInt()).isEqualTo(184);
		var before = action(pack(MAY), "1.3");
		assertThat(before.get("dueOn").asString()).isEqualTo("2021-09-30");
		assertThat(before.get("moves").asInt()).isOne();
		assertThat(action(pack(JUNE), "1.2").get("daysToDue").asInt()).isEqualTo(-30);
	}

	@Test
	void expectedProgressIsTheShareOfTheTimeThatHasPassed() {
		var action = action(pack(JUNE), "1.1");
		assertThat(action.get("expected").asDouble()).isCloseTo(49.4505, within(0.0001));
		assertThat(action.get("startsOn").asString()).isEqualTo("2021-01-01");
	}

	@Test
	void ofTheSameDayTheLastLoadedCounts() {
		assertThat(action(pack(JUNE), "1.1").get("reported").asInt()).isEqualTo(50);
		assertThat(action(pack(LocalDate.of(2021, 6, 14)), "1.1").get("reported").asInt()).isEqualTo(30);
	}

	@Test
	void sectionsAreRatedByWhatTheirActionsHave() {
		var june = pack(JUNE);
		assertThat(sections(june)).containsExactly("1 RED many-red", "2 AMBER many-amber");
		assertThat(june.get("sections").get(0).get("counts"))
			.isEqualTo(JSON.valueToTree(Map.of("RED", 1, "AMBER", 1, "GREEN", 1, "COMPLETE", 0, "BLUE", 0, "GREY", 0)));
		assertThat(june.get("sections").get(1).get("counts"))
			.isEqualTo(JSON.valueToTree(Map.of("RED", 0, "AMBER", 1, "GREEN", 0, "COMPLETE", 1, "BLUE", 1, "GREY", 1)));
		assertThat(june.get("plans").get(0).get("rating").asString()).isEqualTo("RED");
		assertThat(june.get("plans").get(0).get("rule").asString()).isEqualTo("priority-red");
		var may = pack(MAY);
		assertThat(sections(may)).containsExactly("1 AMBER many-amber", "2 GREEN mostly-on-track");
		assertThat(may.get("plans").get(0).get("rating").asString()).isEqualTo("AMBER");
	}

	@Test
	void overrideCountsFromItsFirstDayToItsLast() {
		var running = action(pack(JUNE), "2.2");
		assertThat(running.get("override").get("reason").asString()).isEqualTo("Two workers have left");
		assertThat(running.get("computed").asString()).isEqualTo("GREEN");
		assertThat(rating(pack(LocalDate.of(2021, 6, 14)), "2.2")).isEqualTo("GREEN");
		assertThat(rating(pack(LocalDate.of(2021, 6, 15)), "2.2")).isEqualTo("AMBER");
		assertThat(action(pack(LocalDate.of(2021, 7, 31)), "2.2").get("override").isNull()).isFalse();
		assertThat(action(pack(LocalDate.of(2021, 8, 1)), "2.2").get("override").isNull()).isTrue();
	}

	@Test
	void declaredColourThatTheFactsDoNotAllowIsFlagged() {
		assertThat(strings(action(pack(JUNE), "1.2").get("flags"))).containsExactly("optimistic");
		assertThat(strings(action(pack(JUNE), "2.4").get("flags"))).containsExactly("no-update");
	}

	@Test
	void revisedReadingCountsFromTheDayItWasRecorded() {
		assertThat(kpi(MAY, "K1")).isEqualTo("GREEN met 2021-05-31 90.0000");
		assertThat(kpi(LocalDate.of(2021, 6, 19), "K1")).isEqualTo("GREEN met 2021-05-31 90.0000");
		assertThat(kpi(LocalDate.of(2021, 6, 20), "K1")).isEqualTo("AMBER near 2021-05-31 85.5556");
	}

	@Test
	void readingThatIsRecordedLateIsNotSeenBefore() {
		assertThat(kpi(JUNE, "K1")).isEqualTo("AMBER near 2021-05-31 85.5556");
		assertThat(kpi(LocalDate.of(2021, 7, 9), "K1")).isEqualTo("AMBER near 2021-05-31 85.5556");
		assertThat(kpi(LocalDate.of(2021, 7, 10), "K1")).isEqualTo("RED missed 2021-06-30 50.0000");
	}

	@Test
	void periodThatHasNotEndedIsNotSeen() {
		assertThat(kpi(LocalDate.of(2021, 5, 30), "K1")).isEqualTo("AMBER near 2021-04-30 88.0000");
	}

	@Test
	void wayOfTravelIsThatOfTheReadingsKnownThen() {
		assertThat(indicator(pack(MAY), "K1").get("direction").asString()).isEqualTo("better");
		var june = indicator(pack(JUNE), "K1");
		assertThat(june.get("direction").asString()).isEqualTo("worse");
		assertThat(june.get("chart").get("mean").asDouble()).isCloseTo(86.7778, within(0.0001));
		assertThat(june.get("chart").get("upper").isNull()).isTrue();
		assertThat(june.get("target").asInt()).isEqualTo(90);
	}

	@Test
	void indicatorsWithoutPolarityOrFigureHaveNoColour() {
		assertThat(indicator(pack(JUNE), "K2").get("rule").asString()).isEqualTo("no-polarity");
		assertThat(indicator(pack(JUNE), "K2").get("value").asInt()).isEqualTo(412);
		assertThat(indicator(pack(JUNE), "K3").get("rule").asString()).isEqualTo("suppressed");
		assertThat(indicator(pack(JUNE), "K3").get("value").isNull()).isTrue();
		assertThat(indicator(pack(JUNE), "K3").get("symbol").asString()).isEqualTo("c");
	}

	@Test
	void movementIsAgainstTheEditionBefore() {
		made(MAY, this.folder);
		var june = made(JUNE, this.folder).get("movement");
		assertThat(june.get("since").asString()).isEqualTo("2021-05-31");
		assertThat(Map.of("worse", june.get("worse").asInt(), "better", june.get("better").asInt(), "new", june.get("new").asInt(), "closed",
				june.get("closed").asInt(), "dateMoved", june.get("dateMoved").asInt()))
			.isEqualTo(Map.of("worse", 2, "better", 1, "new", 0, "closed", 1, "dateMoved", 1));
		assertThat(june.get("matrix").get("AMBER"))
			.isEqualTo(JSON.valueToTree(Map.of("RED", 1, "AMBER", 1, "GREEN", 1, "COMPLETE", 0, "BLUE", 0, "GREY", 0)));
		assertThat(nodes(june.get("list")).stream().map(moved -> moved.get("what").asString() + " " + moved.get("ref").asString()))
			.containsExactly("worse 1.2", "worse 2.2", "better 1.1", "closed 2.1", "date moved 1.3");
	}

	@Test
	void firstEditionHasNothingToMoveFrom() {
		var movement = made(MAY, this.folder).get("movement");
		assertThat(movement.get("since").isNull()).isTrue();
		assertThat(movement.get("new").asInt()).isZero();
	}

	private JsonNode pack(LocalDate asAt) {
		return MADE.computeIfAbsent(asAt, day -> made(day, all.resolve(this.database.toString())));
	}

	private JsonNode made(LocalDate asAt, Path store) {
		var request = Published.in(Published.request(SmallCouncil.CODE, "improvement-board", asAt, store), PackFormat.HTML);
		return JSON.readTree(Published.make(this.database, request).edition().path().resolve("pack.json"));
	}

	private String kpi(LocalDate asAt, String code) {
		var kpi = indicator(pack(asAt), code);
		return "%s %s %s %.4f".formatted(kpi.get("rating").asString(), kpi.get("rule").asString(), kpi.get("periodEnd").asString(),
				kpi.get("value").asDouble());
	}

	private static JsonNode indicator(JsonNode pack, String code) {
		return nodes(pack.get("kpis")).stream().filter(kpi -> kpi.get("code").asString().equals(code)).findFirst().orElseThrow();
	}

	private static List<String> ratings(JsonNode pack) {
		return actions(pack).stream()
			.map(action -> "%s %s %s".formatted(action.get("ref").asString(), action.get("rating").asString(), action.get("rule").asString()))
			.toList();
	}

	private static List<String> sections(JsonNode pack) {
		return nodes(pack.get("sections")).stream()
			.map(section -> "%s %s %s".formatted(section.get("no").asString(), section.get("rating").asString(), section.get("rule").asString()))
			.toList();
	}

	private static String rating(JsonNode pack, String ref) {
		return action(pack, ref).get("rating").asString();
	}

	private static JsonNode action(JsonNode pack, String ref) {
		return actions(pack).stream().filter(action -> action.get("ref").asString().equals(ref)).findFirst().orElseThrow();
	}

	private static List<JsonNode> actions(JsonNode pack) {
		var actions = new ArrayList<JsonNode>();
		nodes(pack.get("sections")).forEach(section -> actions.addAll(nodes(section.get("actions"))));
		return actions;
	}

	private static List<String> strings(JsonNode list) {
		return nodes(list).stream().map(JsonNode::asString).toList();
	}

	private static List<JsonNode> nodes(JsonNode list) {
		return StreamSupport.stream(list.spliterator(), false).toList();
	}

}
