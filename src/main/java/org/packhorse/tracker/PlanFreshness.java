package org.packhorse.tracker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.plan.Action;
import org.packhorse.plan.Plan;
import org.packhorse.plan.Section;
import org.packhorse.plan.Update;

/// How fresh plans are: when each section and each lead last reported.
public record PlanFreshness(List<OfSection> sections, List<OfLead> leads) {

	private static final Set<Update.State> OVER = EnumSet.of(Update.State.COMPLETE, Update.State.EVIDENCED, Update.State.EMBEDDED, Update.State.DEFERRED,
			Update.State.CANCELLED, Update.State.SUPERSEDED);

	public PlanFreshness {
		sections = List.copyOf(sections);
		leads = List.copyOf(leads);
	}

	/// One section.
	///
	/// @param update the day of the newest update of any of its actions, or null
	/// @param words the day of the newest answers to the three questions, or null
	public record OfSection(String plan, String no, String title, String lead, int actions, @Nullable LocalDate update, @Nullable LocalDate words) {
	}

	/// One lead; a blank name stands for actions that name none.
	///
	/// @param open how many actions have begun and are neither done nor withdrawn
	/// @param silent the open actions without an update within a month, by their plan and ref
	/// @param update the day of the newest update of any of the lead's actions, or null
	public record OfLead(String lead, int open, List<String> silent, @Nullable LocalDate update) {
	}

	/// What one lead answers for.
	private static final class Charge {

		private int open;

		private final List<String> silent = new ArrayList<>();

		private @Nullable LocalDate update;

		private OfLead of(String lead) {
			return new OfLead(lead, this.open, List.copyOf(this.silent), this.update);
		}

	}

	static PlanFreshness of(List<Plan> plans, LocalDate today) {
		var leads = new TreeMap<String, Charge>();
		plans.forEach(plan -> plan.sections().forEach(section -> section.actions().forEach(action -> charge(leads, plans.size() > 1, plan, action, today))));
		var sections = plans.stream().flatMap(plan -> plan.sections().stream().map(section -> of(plan, section))).toList();
		return new PlanFreshness(sections, leads.entrySet().stream().map(entry -> entry.getValue().of(entry.getKey())).sorted(SILENT_FIRST).toList());
	}

	private static final Comparator<OfLead> SILENT_FIRST = Comparator.<OfLead>comparingInt(lead -> -lead.silent().size()).thenComparing(OfLead::lead);

	private static void charge(TreeMap<String, Charge> leads, boolean several, Plan plan, Action action, LocalDate today) {
		var charge = leads.computeIfAbsent(action.lead(), _ -> new Charge());
		var last = newest(Stream.of(action));
		charge.update = later(charge.update, last);
		if (isOpen(plan, action, today)) {
			charge.open++;
			if (last == null || last.isBefore(today.minusMonths(1))) {
				charge.silent.add(several ? plan.code() + " " + action.ref() : action.ref());
			}
		}
	}

	private static OfSection of(Plan plan, Section section) {
		var narrative = section.narrative();
		return new OfSection(plan.code(), section.no(), section.title(), section.lead(), section.actions().size(), newest(section.actions().stream()),
				narrative == null ? null : narrative.reportedOn());
	}

	private static boolean isOpen(Plan plan, Action action, LocalDate today) {
		var start = action.startsOn() != null ? action.startsOn() : plan.approvedOn();
		var state = action.updates().reversed().stream().map(Update::state).filter(Objects::nonNull).findFirst();
		return (start == null || !start.isAfter(today)) && state.filter(OVER::contains).isEmpty();
	}

	private static @Nullable LocalDate newest(Stream<Action> actions) {
		return actions.flatMap(action -> action.updates().stream()).map(Update::reportedOn).max(Comparator.naturalOrder()).orElse(null);
	}

	private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
		return one == null || other != null && other.isAfter(one) ? other : one;
	}

}
