package org.packhorse.pack;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts down whom editions are for that were published before that was kept: by their manifests, or where these are gone by what was frozen
/// for them. What cannot be told from either stays as closed as can be.
@Component
public class OlderEditions {

	private static final Logger LOG = LoggerFactory.getLogger(OlderEditions.class);

	private static final int AT_ONCE = 500;

	private final Editions editions;

	private final PublishedFiles files;

	private final TransactionTemplate transaction;

	OlderEditions(Editions editions, PublishedFiles files, PlatformTransactionManager transactions) {
		this.editions = editions;
		this.files = files;
		this.transaction = new TransactionTemplate(transactions);
	}

	/// Sees to all of them, and says how many there were.
	public int fill() {
		int seen = 0;
		List<Edition> some = this.editions.withoutAudience(AT_ONCE);
		while (!some.isEmpty()) {
			fill(some);
			seen += some.size();
			some = this.editions.withoutAudience(AT_ONCE);
		}
		return seen;
	}

	private void fill(List<Edition> some) {
		var audiences = some.stream().map(this::audience).toList();
		this.transaction.executeWithoutResult(_ -> {
			for (int i = 0; i < some.size(); i++) {
				this.editions.audience(some.get(i), audiences.get(i));
			}
		});
	}

	private String audience(Edition edition) {
		try {
			return this.files.manifest(edition).map(Manifest::audience).orElseGet(() -> this.files.frozenAudience(edition));
		}
		catch (RuntimeException ex) {
			LOG.warn("Whom {} is for cannot be told; it counts as restricted", edition.name(), ex);
			return Edition.UNKNOWN_AUDIENCE;
		}
	}

}
