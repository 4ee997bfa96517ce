package org.packhorse.console;

import java.io.Serial;
import java.util.List;

/// What a script sent is wrong, field by field.
final class FaultyRequest extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1;

	private final transient List<Typed.Fault> faults;

	FaultyRequest(List<Typed.Fault> faults) {
		super("faulty request", null, false, false);
		this.faults = List.copyOf(faults);
	}

	List<Typed.Fault> faults() {
		return this.faults;
	}

	/// Throws what was found wrong, where anything was.
	static void demandNone(Typed typed) {
		if (typed.isFaulty()) {
			throw new FaultyRequest(typed.faults());
		}
	}

}
