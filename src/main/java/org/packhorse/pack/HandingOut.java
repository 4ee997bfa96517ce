package org.packhorse.pack;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.packhorse.access.Actor;
import org.packhorse.access.AuditTrail;
import org.packhorse.access.Seldom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives files of published editions to people who have signed in, and puts down who got which.
@Component
public class HandingOut {

	private final PublishedFiles files;

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	private final Seldom seldom;

	HandingOut(PublishedFiles files, AuditTrail trail, PlatformTransactionManager transactions, Clock clock) {
		this.files = files;
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
		this.seldom = new Seldom(clock);
	}

	/// A file that the edition's manifest names, or the manifest itself; nothing for any other name.
	public Optional<EditionFile> file(Edition edition, String name, Actor actor) {
		var file = this.files.file(edition, name);
		if (file.isPresent() && file.get() instanceof EditionFile.Whole) {
			record(actor, "opened", edition.name(), Map.of("file", name));
		}
		return file;
	}

	/// The edition's pages, where it has any: its HTML file. Who looks at them again within the hour is put down once.
	public Optional<EditionFile> pages(Edition edition, Actor actor) {
		return this.files.manifest(edition)
			.map(manifest -> manifest.files().stream().map(Manifest.Entry::name).filter(name -> name.endsWith(".html")).findFirst())
			.orElse(Optional.of(EditionFolder.MANIFEST))
			.flatMap(name -> this.files.file(edition, name))
			.map(file -> {
				if (file instanceof EditionFile.Whole) {
					previewed(actor, edition.name(), Map.of("state", edition.request().draft() ? "draft" : "final"));
				}
				return file;
			});
	}

	/// Puts down who looks at a pack that is no edition, as a run would make it now; again within the hour is put down once.
	public void previewed(PackRequest request, Actor actor) {
		previewed(actor, request.authority() + "/" + request.pack(), Map.of("asAt", request.asAt().toString(), "state", "no edition"));
	}

	private void previewed(Actor actor, String object, Map<String, String> details) {
		this.seldom.once("%s|%s|%s".formatted(actor, object, new TreeMap<>(details)), () -> record(actor, "previewed", object, details));
	}

	private void record(Actor actor, String action, String object, Map<String, String> details) {
		this.transaction.executeWithoutResult(_ -> this.trail.record(actor, action, object, details));
	}

}
