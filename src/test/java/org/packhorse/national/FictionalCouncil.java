package org.packhorse.national;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.packhorse.national.Words.Theme;

/// A council that does not exist, with a plan and the colours that it leads to as at 31 March 2026.
///
/// @param dive the section that the board looks into: the indicators charted are its own and others that are off target, six in all
record FictionalCouncil(int no, List<Theme> themes, List<PlannedAction> actions, List<Course> courses, int dive) {

	static final int ACTIONS = 150;

	static final int CHARTS = 6;

	/// The same number and seed give the same council, however many others there are.
	static FictionalCouncil of(int no, long seed) {
		var random = new Random(seed * 1_000_003 + no);
		var themes = Words.THEMES.subList(0, 8 + no % 3);
		int dive = 1 + random.nextInt(themes.size());
		return new FictionalCouncil(no, themes, actions(no, themes, random), courses(charted(themes.size(), dive, random), random), dive);
	}

	/// A code of the kind that stands for councils that do not exist.
	static String code(int no) {
		return "X88%06d".formatted(no);
	}

	String code() {
		return code(this.no);
	}

	String name() {
		return "Fictional Council %03d".formatted(this.no);
	}

	/// The same day of each month.
	LocalDate reportDay(int month) {
		return NationalData.AS_AT.withDayOfMonth(17 + this.no % 9).minusMonths(History.MONTHS - 1L - month);
	}

	/// The section that an indicator shows the effect of.
	static int section(int indicator, int sections) {
		return 1 + indicator * sections / Indicator.ALL.size();
	}

	private static List<PlannedAction> actions(int no, List<Theme> themes, Random random) {
		var actions = new ArrayList<PlannedAction>();
		for (int i = 0; i < ACTIONS; i++) {
			int section = 1 + i * themes.size() / ACTIONS;
			int place = actions.isEmpty() || actions.getLast().section() != section ? 1 : Integer.parseInt(actions.getLast().ref().split("\\.")[1]) + 1;
			actions.add(PlannedAction.of(section, place, themes.get(section - 1).action((no - 1L) * 19 + place - 1), random));
		}
		return actions;
	}

	private static Set<Integer> charted(int sections, int dive, Random random) {
		var charted = new TreeSet<Integer>();
		for (int i = 0; i < Indicator.ALL.size(); i++) {
			if (section(i, sections) == dive) {
				charted.add(i);
			}
		}
		while (charted.size() < CHARTS) {
			int other = random.nextInt(Indicator.ALL.size());
			if (Indicator.ALL.get(other).isAimedAt()) {
				charted.add(other);
			}
		}
		return Collections.unmodifiableSet(charted);
	}

	private static List<Course> courses(Set<Integer> charted, Random random) {
		var courses = new ArrayList<Course>();
		for (int i = 0; i < Indicator.ALL.size(); i++) {
			var indicator = Indicator.ALL.get(i);
			var missed = random.nextInt(3) == 0 ? "RED" : "AMBER";
			courses.add(new Course(indicator, !indicator.isAimedAt() ? "NONE" : charted.contains(i) ? missed : "GREEN"));
		}
		return courses;
	}

}
