package org.packhorse.pack;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Kpi.Benchmark;

import static org.assertj.core.api.Assertions.assertThat;

/// Other areas' figures in a snapshot as it is kept.
class FrozenSeriesTests {

	private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);

	private static final LocalDate LAST_MARCH = LocalDate.of(2025, 3, 31);

	private static final List<Benchmark> FIGURES = List.of(
			new Benchmark("E06000001", "Hartlepool", LAST_MARCH, new BigDecimal("12.50"), "", "Published table"),
			new Benchmark("E06000001", "Hartlepool", MARCH, null, "c", "Published table"),
			new Benchmark("E08000013", "St. Helens", MARCH, new BigDecimal("7"), "u", "Own return"),
			new Benchmark("E08000014", "Sefton", MARCH, null, "", ""),
			new Benchmark("E92000001", "England", MARCH, new BigDecimal("100"), "", "Published table"));

	@Test
	void snapshotIsReadAsItWasKept() {
		var snapshot = snapshot();
		assertThat(SnapshotJson.read(SnapshotJson.of(snapshot))).isEqualTo(snapshot);
	}

	@Test
	void areaIsNamedOnceForAllIndicators() {
		assertThat(text(SnapshotJson.of(snapshot()))).containsOnlyOnce("Hartlepool").containsOnlyOnce("Sefton");
	}

	@Test
	void figureWithoutASymbolIsANumber() {
		assertThat(text(SnapshotJson.of(snapshot()))).contains("{\"periodEnd\":\"2026-03-31\",\"source\":\"Published table\",\"areas\":[0,3],\"figures\":[\"c\",100]}",
				"\"figures\":[[7,\"u\"]]", "\"figures\":[null]");
	}

	@Test
	void areaThatWasRenamedBetweenTwoFiguresKeepsBothNames() {
		var series = List.of(series("F01", List.of(FIGURES.getFirst(), new Benchmark("E06000001", "Old name", MARCH, BigDecimal.ONE, "", ""))));
		assertThat(FrozenSeries.of(series).series()).isEqualTo(series);
	}

	@Test
	void snapshotOfAnOlderProgramIsRead() {
		var snapshot = snapshot();
		var now = text(SnapshotJson.of(snapshot));
		var figures = SnapshotJson.line(FrozenSeries.of(snapshot.kpis()));
		var older = now.replace(figures, SnapshotJson.line(snapshot.kpis()));
		assertThat(older).contains("\"benchmarks\":[{\"area\":\"E06000001\"");
		assertThat(SnapshotJson.read(older.getBytes(StandardCharsets.UTF_8))).isEqualTo(snapshot);
	}

	private static Snapshot snapshot() {
		var snapshot = MeasuredPack.of("benchmark");
		return snapshot.with(snapshot.proceedings(), List.of(series("F01", FIGURES), series("F02", FIGURES)), null);
	}

	private static Kpi.Series series(String code, List<Benchmark> figures) {
		var kpi = new Kpi(code, "Visits in time", "", Kpi.Unit.PERCENT, Kpi.Polarity.HIGHER, 0, Kpi.Frequency.MONTHLY, "", Kpi.Disclosure.NONE, "");
		return new Kpi.Series(kpi, List.of(), List.of(), figures);
	}

	private static String text(byte[] json) {
		return new String(json, StandardCharsets.UTF_8);
	}

}
