package org.packhorse.tracker;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.ImportFiles;
import org.packhorse.OnEveryDatabase;
import org.packhorse.TestDatabase;
import org.packhorse.access.Actor;
import org.packhorse.access.Actors;

import static org.assertj.core.api.Assertions.assertThat;

@OnEveryDatabase
class FreshnessTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);

	private final TestDatabase database;

	@TempDir
	private Path folder;

	FreshnessTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void loadWhatTwoPeopleBring() {
		this.database.clear();
		load("pat", new ImportFiles(this.folder.resolve("a")).csv("authorities", "code,name\nX99000001,Exampleshire\nX99000002,Another\n")
			.csv("kpis", Trackers.KPIS)
			.csv("plans", "authority,code,title,approved_on\nX99000001,SIP,Plan,2025-01-01\n")
			.csv("sections", "authority,plan,no,title,lead\nX99000001,SIP,1,Leadership,Director\n")
			.csv("actions", """
					authority,plan,section,ref,action,lead,starts_on
					X99000001,SIP,1,1.1,Do this,Head of Service,
					X99000001,SIP,1,1.2,Do that,Head of Service,
					X99000001,SIP,1,1.3,Then this,Head of Service,2026-09-01
					X99000001,SIP,1,1.4,And this,Director,
					X99000001,SIP,1,1.5,And that,Director,
					"""));
		load("sam", new ImportFiles(this.folder.resolve("b")).csv("updates", """
				authority,plan,action,reported_on,state
				X99000001,SIP,1.1,2026-03-14,in progress
				X99000001,SIP,1.2,2026-03-15,in progress
				X99000001,SIP,1.4,2026-01-31,complete
				X99000001,SIP,1.4,2026-02-28,
				X99000001,SIP,1.5,2026-03-31,in progress
				""").csv("kpi_values", """
				authority,kpi,period_end,value,recorded_on
				X99000001,cla,2026-02-28,480,2026-03-09
				X99000001,cla,2026-01-31,470,2026-03-20
				""").csv("section_narratives", "authority,plan,section,reported_on,working_well\nX99000001,SIP,1,2026-03-02,Much\n"));
	}

	@Test
	void eachTableSaysItsNewestDayAndWhoLoadedItLast() {
		var tables = of().tables();
		assertThat(tables).filteredOn(table -> table.name().equals("updates")).singleElement().satisfies(table -> {
			assertThat(table.rows()).isEqualTo(5);
			assertThat(table.newest()).isEqualTo(LocalDate.of(2026, 3, 31));
			assertThat(table.loaded()).extracting(Freshness.Loaded::by).isEqualTo("sam");
		});
		assertThat(tables).filteredOn(table -> table.name().equals("actions")).singleElement().satisfies(table -> {
			assertThat(table.newest()).isNull();
			assertThat(table.loaded()).extracting(Freshness.Loaded::by).isEqualTo("pat");
		});
		assertThat(tables).filteredOn(table -> table.name().equals("risks")).containsExactly(new Freshness.Table("risks", 0, null, null));
		assertThat(tables).extracting(Freshness.Table::name).doesNotContain("kpis", "bank_holidays");
	}

	@Test
	void leadsWithoutAnUpdateInAMonthComeFirst() {
		// 1.3 has not begun, 1.4 is complete since January: neither owes anything. 15 March is a month ago to the day.
		assertThat(of().leads()).containsExactly(new PlanFreshness.OfLead("Head of Service", 2, List.of("1.1"), LocalDate.of(2026, 3, 15)),
				new PlanFreshness.OfLead("Director", 1, List.of(), LocalDate.of(2026, 3, 31)));
		assertThat(of().sections())
			.containsExactly(new PlanFreshness.OfSection("SIP", "1", "Leadership", "Director", 5, LocalDate.of(2026, 3, 31), LocalDate.of(2026, 3, 2)));
	}

	@Test
	void anIndicatorSaysTheEndOfItsNewestPeriodAndWhenThatBecameKnown() {
		assertThat(of().indicators())
			.containsExactly(new Freshness.Indicator("cla", "Children looked after", "monthly", LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 9)));
	}

	@Test
	void councilsComeByNameAndOnlyThoseAskedFor() {
		var freshness = this.database.bean(Freshness.class);
		assertThat(freshness.councils(List.of(), 0, 50)).extracting(Freshness.Council::name).containsExactly("Another", "Exampleshire");
		assertThat(freshness.councils(List.of(), 1, 50)).singleElement().satisfies(council -> {
			assertThat(council.update()).isEqualTo(LocalDate.of(2026, 3, 31));
			assertThat(council.periodEnd()).isEqualTo(LocalDate.of(2026, 2, 28));
			assertThat(council.words()).isNull();
			assertThat(council.loaded()).extracting(Freshness.Loaded::by).isEqualTo("sam");
		});
		assertThat(freshness.councils(List.of("X99000002"), 0, 50)).extracting(Freshness.Council::code).containsExactly("X99000002");
		assertThat(freshness.count(List.of())).isEqualTo(2);
		assertThat(freshness.count(List.of("X99000002"))).isOne();
	}

	private Freshness.OfCouncil of() {
		return this.database.bean(Freshness.class).of("X99000001", TODAY);
	}

	private void load(String who, ImportFiles files) {
		this.database.bean(Actors.class).as(new Actor(who), () -> {
			files.into(this.database);
			return who;
		});
	}

}
