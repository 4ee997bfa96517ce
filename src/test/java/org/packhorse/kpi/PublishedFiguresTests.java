package org.packhorse.kpi;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.ImportFiles;
import org.packhorse.OnEveryDatabase;
import org.packhorse.TestDatabase;
import org.packhorse.kpi.PublishedFigures.Period;

import static org.assertj.core.api.Assertions.assertThat;

/// Other areas' figures are read once for all councils, and never used when they have changed.
@OnEveryDatabase
class PublishedFiguresTests {

	private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

	private static final Period MARCH = new Period("K1", LocalDate.of(2021, 3, 31));

	@TempDir
	private Path tables;

	private final TestDatabase database;

	PublishedFiguresTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void loadFigures() {
		this.database.clear();
		new ImportFiles(this.tables).csv("kpis", "code,title,unit\nK1,Assessments in time,percent\nK2,Visits in time,percent\n")
			.csv("benchmarks", "kpi,area,period_end,value\nK1,E12000002,2021-03-31,82\nK1,E08000013,2021-03-31,81\nK2,E08000013,2021-03-31,7\nK1,E08000013,2020-03-31,79\n")
			.into(this.database);
	}

	@Test
	void figuresOfAPeriodStandByArea() {
		assertThat(figures(at(NOON))).containsExactly(Map.entry("E08000013", "81"), Map.entry("E12000002", "82"));
	}

	@Test
	void nextCouncilGetsTheVerySameFigures() {
		var published = at(NOON);
		assertThat(published.of(Set.of(MARCH)).get(MARCH)).isSameAs(published.of(Set.of(MARCH)).get(MARCH));
	}

	@Test
	void periodForWhichNobodyReportsIsEmpty() {
		var empty = new Period("K2", LocalDate.of(2020, 3, 31));
		assertThat(at(NOON).of(Set.of(MARCH, empty)).get(empty)).isEmpty();
	}

	@Test
	void figureThatALoadChangesIsSeenAtOnce() {
		var published = at(NOON);
		published.of(Set.of(MARCH));
		new ImportFiles(this.tables).csv("benchmarks", "kpi,area,period_end,value\nK1,E08000013,2021-03-31,85\n").into(this.database);
		assertThat(figures(published)).contains(Map.entry("E08000013", "85"));
	}

	@Test
	void figureThatIsChangedByHandIsSeenAfterAMinute() {
		var clock = new Hand();
		var published = new PublishedFigures(this.database.sql(), clock);
		published.of(Set.of(MARCH));
		this.database.sql().sql("UPDATE benchmarks SET `value` = 86 WHERE area = 'E08000013'").update();
		clock.now = NOON.plus(Duration.ofMinutes(1));
		assertThat(figures(published)).contains(Map.entry("E08000013", "86"));
	}

	private PublishedFigures at(Instant now) {
		return new PublishedFigures(this.database.sql(), Clock.fixed(now, ZoneOffset.UTC));
	}

	private static Iterable<Map.Entry<String, String>> figures(PublishedFigures published) {
		return published.of(Set.of(MARCH)).get(MARCH).stream().map(figure -> Map.entry(figure.area(), figure.value().toPlainString())).toList();
	}

	/// A clock that a test moves.
	private static final class Hand extends Clock {

		private Instant now = NOON;

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
