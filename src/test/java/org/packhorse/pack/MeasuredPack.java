package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.packhorse.authority.Authority;
import org.packhorse.authority.Proceedings;
import org.packhorse.document.Bytes;
import org.packhorse.kpi.Kpi;
import org.packhorse.plan.Action;
import org.packhorse.plan.Plan;
import org.packhorse.plan.Section;
import org.packhorse.plan.Update;
import org.packhorse.template.FrozenTemplates;
import org.packhorse.template.TemplateFolder;
import org.packhorse.writer.PackFormat;

/// The pack that the benchmarks make: ten sections of 15 actions (or more, each fifteen like the first), each with six monthly updates, and 40 indicators with 13
/// monthly readings. Every word is invented and every number is worked out from its place, so that two runs make the same.
final class MeasuredPack {

	private static final LocalDate AS_AT = LocalDate.of(2026, 3, 31);

	private static final int SECTIONS = 10;

	private static final int ACTIONS = 15;

	private static final int ALL_ACTIONS = SECTIONS * ACTIONS;

	private static final int KPIS = 40;

	private static final int MONTHS = 13;

	private static final int UPDATES = 6;

	private static final List<String> DEEDS = List.of("Agree one practice standard with partners and publish it to every team",
			"Sample ten case files a month and bring what they show to the practice forum",
			"Hold a case discussion at day ten of each assessment and record its decision & reason",
			"Bring the waiting list for family support below four weeks in every locality",
			"Recruit to the vacant senior posts and end the use of agency cover in duty teams");

	private static final List<String> POSTS = List.of("Head of Assessment and Safeguarding", "Service Manager, Children in Care",
			"Assistant Director, Early Help", "Principal Social Worker");

	private static final List<String> MEASURES = List.of("Assessments completed within 45 working days", "Re-referrals within 12 months",
			"Care leavers in suitable accommodation", "Initial conferences held within 15 working days", "Visits made on time");

	private MeasuredPack() {
	}

	/// The facts, with the template of `benchmark/` or with a pack of the report-templates folder.
	static Snapshot of(String pack) {
		return of(pack, ALL_ACTIONS);
	}

	/// The same with so many actions.
	static Snapshot of(String pack, int actions) {
		var authority = new Authority("X99000002", "Measureshire", "", "", "", List.of());
		return new Snapshot(authority, AS_AT, 1, false, List.of(PackFormat.values()), Proceedings.NONE, List.of(plan(actions / SECTIONS)),
				List.of(), List.of(), List.of(),
				IntStream.range(0, KPIS).mapToObj(MeasuredPack::series).toList(), List.of(), List.of(), List.of(), null, null, templates(pack), null, null);
	}

	private static FrozenTemplates templates(String pack) {
		var folder = TemplateFolder.open(Path.of("report-templates"));
		if (!pack.equals("benchmark")) {
			return folder.frozen(pack, "default");
		}
		var files = new TreeMap<>(folder.frozen("_starter", "default").files());
		List.of("pack.yml", "document.ftlx").forEach(file -> files.put("benchmark/" + file, resource(file)));
		return new FrozenTemplates("benchmark", "default", files);
	}

	private static Bytes resource(String file) {
		try (var contents = Objects.requireNonNull(MeasuredPack.class.getResourceAsStream("benchmark/" + file))) {
			return Bytes.of(contents.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Plan plan(int actions) {
		return new Plan("P", "Improvement plan", "An inspection", AS_AT.minusYears(1),
				IntStream.rangeClosed(1, SECTIONS).mapToObj(no -> section(no, actions)).toList());
	}

	private static Section section(int no, int actions) {
		var kpis = IntStream.range(0, KPIS / SECTIONS).mapToObj(i -> "K%02d".formatted((no - 1) * KPIS / SECTIONS + i)).toList();
		return new Section(String.valueOf(no), "Part " + no + " of the plan", no <= 4, "Improve the " + no + "th matter that was found.",
				"Children get the right help the first time, from a plan that their family understands.", POSTS.get(no % POSTS.size()), null, kpis,
				IntStream.range(0, actions).mapToObj(i -> action(no, i)).toList());
	}

	private static Action action(int section, int place) {
		int i = place % ACTIONS;
		var updates = IntStream.range(0, UPDATES).mapToObj(month -> update(i, month)).toList();
		return new Action("S%d.%02d".formatted(section, place + 1), DEEDS.get((section + i) % DEEDS.size()), POSTS.get(i % POSTS.size()), i % 5 == 0,
				AS_AT.minusMonths(10), AS_AT.minusMonths(3).plusMonths(i), "", "Nine in ten audited cases meet the standard",
				"K%02d".formatted((section * 4 + i) % KPIS), updates);
	}

	private static Update update(int action, int month) {
		var reported = YearMonth.from(AS_AT).minusMonths(UPDATES - 1L - month).atDay(20);
		return new Update(reported, Update.State.IN_PROGRESS, BigDecimal.valueOf(10L + month * (3L + action)),
				Update.Colour.values()[(action + month) % 3], action % 4 == 0 && month == 4 ? AS_AT.plusMonths(action) : null, null,
				"Audit of twelve files", "Families say that they know what happens next", "Work has begun in two more teams.");
	}

	private static Kpi.Series series(int i) {
		boolean percent = i % 2 == 0;
		var kpi = new Kpi("K%02d".formatted(i), MEASURES.get(i % MEASURES.size()) + " (" + i + ")", "What it counts.",
				percent ? Kpi.Unit.PERCENT : Kpi.Unit.COUNT, i % 3 == 0 ? Kpi.Polarity.LOWER : Kpi.Polarity.HIGHER, percent ? 1 : 0,
				Kpi.Frequency.MONTHLY, "Local case system", Kpi.Disclosure.NONE, "");
		var target = new Kpi.Target(AS_AT.minusYears(2), BigDecimal.valueOf(60 + i), null, null, null, null);
		return new Kpi.Series(kpi, IntStream.range(0, MONTHS).mapToObj(month -> reading(i, month)).toList(), List.of(target), List.of());
	}

	private static Kpi.Reading reading(int kpi, int month) {
		var end = YearMonth.from(AS_AT).minusMonths(MONTHS - 1L - month).atEndOfMonth();
		return new Kpi.Reading(end, BigDecimal.valueOf(500 + kpi * 10L + (kpi * 7L + month * 31L) % 90, 1), "", null, null, end);
	}

}
