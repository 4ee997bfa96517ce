package org.packhorse.document;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/// What the tree insists on, said in words a template author understands.
final class Demand {

	private Demand() {
	}

	static void words(@Nullable String text, String what) {
		if (text == null || text.isBlank()) {
			throw new IllegalArgumentException(what + " must not be blank");
		}
	}

	static void some(Collection<?> parts, String what) {
		if (parts.isEmpty()) {
			throw new IllegalArgumentException(what + " must not be empty");
		}
	}

}
