package org.packhorse.pack;

import org.packhorse.rag.ActionAssessment;
import org.packhorse.rag.KpiAssessment;

/// One result of the rules, as it is stored with its edition.
public sealed interface Assessed {

	/// An indicator's.
	record OfKpi(KpiAssessment kpi) implements Assessed {
	}

	/// An action's, with its place in a plan.
	record OfAction(String plan, String section, ActionAssessment action) implements Assessed {
	}

}
