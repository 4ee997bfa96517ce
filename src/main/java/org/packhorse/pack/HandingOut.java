package org.packhorse.pack;

import java.util.Map;
import java.util.Optional;

import org.packhorse.access.Actor;
import org.packhorse.access.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives files of published editions to people who have signed in, and puts down who got which.
@Component
public class HandingOut {

	private final PublishedFiles files;

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	HandingOut(PublishedFiles files, AuditTrail trail, PlatformTransactionManager transactions) {
		this.files = files;
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
	}

	/// A file that the edition's manifest names, or the manifest itself; nothing for any other name.
	public Optional<EditionFile> file(Edition edition, String name, Actor actor) {
		var file = this.files.file(edition, name);
		if (file.isPresent() && file.get() instanceof EditionFile.Whole) {
			this.transaction.executeWithoutResult(_ -> this.trail.record(actor, "opened", edition.name(), Map.of("file", name)));
		}
		return file;
	}

	/// The edition's pages, where it has any: its HTML file.
	public Optional<EditionFile> pages(Edition edition, Actor actor) {
		return this.files.manifest(edition)
			.map(manifest -> manifest.files().stream().map(Manifest.Entry::name).filter(name -> name.endsWith(".html")).findFirst())
			.orElse(Optional.of(EditionFolder.MANIFEST))
			.flatMap(name -> file(edition, name, actor));
	}

}
