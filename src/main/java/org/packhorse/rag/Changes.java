package org.packhorse.rag;

import org.jspecify.annotations.Nullable;
import org.packhorse.rag.KpiAssessment.Change;

/// Compares an indicator's latest value with earlier ones.
record Changes(KpiFacts facts) {

	/// The change since the period so many months before; null when either period has no value.
	@Nullable Change since(int months) {
		var earlier = this.facts.before(months);
		var from = earlier == null ? null : this.facts.value(earlier);
		var value = this.facts.value();
		return earlier == null || from == null || value == null ? null
				: new Change(new Course(this.facts.kpi(), this.facts.aim()).between(from, value), earlier.periodEnd(), from);
	}

}
