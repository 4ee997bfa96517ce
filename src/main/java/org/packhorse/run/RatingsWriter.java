package org.packhorse.run;

import org.packhorse.pack.Assessed;
import org.packhorse.pack.Ratings;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/// Writes results into the rating tables of one edition.
class RatingsWriter implements ItemWriter<Assessed> {

	private final Ratings ratings;

	private final long edition;

	RatingsWriter(Ratings ratings, long edition) {
		this.ratings = ratings;
		this.edition = edition;
	}

	@Override
	public void write(Chunk<? extends Assessed> results) {
		this.ratings.store(this.edition, results.getItems());
	}

}
