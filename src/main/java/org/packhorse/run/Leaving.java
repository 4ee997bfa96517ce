package org.packhorse.run;

import org.springframework.stereotype.Component;

/// Whether this process, a worker that was told to stop, ends with the packs in its hands and gives the rest of its partitions back.
@Component
class Leaving {

	private volatile boolean asked;

	void ask() {
		this.asked = true;
	}

	boolean isAsked() {
		return this.asked;
	}

}
