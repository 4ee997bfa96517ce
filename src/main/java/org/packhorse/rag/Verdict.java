package org.packhorse.rag;

/// A colour with the rule that gave it and one plain sentence of reason.
public record Verdict(RagRule rule, String reason) {

	public Rag rating() {
		return this.rule.rating();
	}

}
