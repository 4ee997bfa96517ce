package org.packhorse.disclosure;

import java.util.List;
import java.util.stream.Collectors;

/// A house's settings for disclosure cannot be used; names every fault at once.
public final class DisclosureRuleRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Fault> faults;

	/// One setting and what is wrong with it.
	public record Fault(String key, String message) {
	}

	DisclosureRuleRefused(List<Fault> faults) {
		super(faults.stream().map(fault -> fault.key() + ": " + fault.message()).collect(Collectors.joining("; ")));
		this.faults = List.copyOf(faults);
	}

	public List<Fault> faults() {
		return this.faults;
	}

}
