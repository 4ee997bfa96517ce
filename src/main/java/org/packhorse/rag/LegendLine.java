package org.packhorse.rag;

/// One rule of the legend, with the thresholds in force filled in.
public record LegendLine(RagRule.Subject subject, String rule, Rag rating, String sentence) {
}
