package org.packhorse.kpi;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.packhorse.ImportFiles;
import org.packhorse.OnEveryDatabase;
import org.packhorse.TestDatabase;
import org.packhorse.authority.Authorities;

import static org.assertj.core.api.Assertions.assertThat;

/// Whose published figures a council's indicators are set beside.
@OnEveryDatabase
class BenchmarkedAreasTests {

	private static final LocalDate MARCH = LocalDate.of(2021, 3, 31);

	@TempDir
	private static Path tables;

	private final TestDatabase database;

	BenchmarkedAreasTests(TestDatabase database) {
		this.database = database;
	}

	/// A council of the North West and one that does not say its region, with the same indicator and figures of four areas.
	@BeforeParameterizedClassInvocation
	static void load(TestDatabase database) {
		new ImportFiles(tables).csv("authorities", "code,name,region\nX99000011,Northfold,north west\nX99000012,Midfold,\n")
			.csv("kpis", "code,title,unit,polarity\nK1,Assessments in time,percent,higher\n")
			.csv("kpi_values", "authority,kpi,period_end,value\nX99000011,K1,2021-03-31,80\nX99000012,K1,2021-03-31,70\n")
			.csv("benchmarks", """
					kpi,area,period_end,value
					K1,E92000001,2021-03-31,84
					K1,E12000002,2021-03-31,82
					K1,E12000007,2021-03-31,90
					K1,E08000013,2021-03-31,81
					""")
			.into(database);
	}

	@Test
	void otherRegionsThanItsOwnAreLeftOut() {
		assertThat(areas("X99000011")).containsExactly("E08000013", "E12000002", "E92000001");
	}

	@Test
	void councilWithoutARegionSeesAllOfThem() {
		assertThat(areas("X99000012")).containsExactly("E08000013", "E12000002", "E12000007", "E92000001");
	}

	private List<String> areas(String authority) {
		var council = this.database.bean(Authorities.class).find(authority).orElseThrow();
		var series = this.database.bean(Kpis.class).asAt(council, MARCH);
		return series.getFirst().benchmarks().stream().map(Kpi.Benchmark::area).toList();
	}

}
