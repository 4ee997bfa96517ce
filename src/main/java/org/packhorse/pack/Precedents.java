package org.packhorse.pack;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What earlier editions of a pack said.
@Component
class Precedents {

	private final Editions editions;

	private final Ratings ratings;

	Precedents(Editions editions, Ratings ratings) {
		this.editions = editions;
		this.ratings = ratings;
	}

	/// The ratings of the edition that movement is measured from, or null for the first.
	Snapshot.@Nullable Previous of(PackRequest request) {
		return this.editions.previous(request).map(this.ratings::of).orElse(null);
	}

}
