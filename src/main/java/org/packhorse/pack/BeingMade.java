package org.packhorse.pack;

import org.jspecify.annotations.Nullable;

/// Somebody else is making the same pack of a council and day.
public final class BeingMade extends PackProblem {

	private static final long serialVersionUID = 1L;

	private final transient @Nullable Long run;

	BeingMade(@Nullable Long run, String message) {
		super(Kind.BUSY, message);
		this.run = run;
	}

	/// Whether it is made for this run: by a process of it that was taken for dead and is not, or that has not ended yet.
	public boolean isFor(long run) {
		return this.run != null && this.run == run;
	}

}
