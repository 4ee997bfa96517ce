package org.packhorse.console;

import java.io.Serial;

/// What is asked for does not exist, or the one who asks may not see it: nobody can tell the one from the other.
final class NothingThere extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1;

	NothingThere() {
		super("nothing there", null, false, false);
	}

}
