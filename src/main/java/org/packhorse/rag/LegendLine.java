package org.packhorse.rag;

/// One rule of the legend, with the thresholds in force filled in.
public record LegendLine(RagRule.Subject subject, String rule, Rag rating, String sentence) {

	static LegendLine of(RagRule rule, String sentence) {
		return new LegendLine(rule.subject(), rule.id(), rule.rating(), sentence);
	}

}
