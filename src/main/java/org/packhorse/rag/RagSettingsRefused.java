package org.packhorse.rag;

import java.util.List;

/// Refuses settings that cannot be, naming each by its key.
public final class RagSettingsRefused extends IllegalArgumentException {

	/// What is wrong with one setting and how to mend it.
	public record Fault(String key, String message) {
	}

	private final transient List<Fault> faults;

	public RagSettingsRefused(List<Fault> faults) {
		super(String.join("; ", faults.stream().map(Fault::message).toList()));
		this.faults = List.copyOf(faults);
	}

	/// Every fault, in the order of the settings.
	public List<Fault> faults() {
		return this.faults;
	}

}
