package org.packhorse.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packhorse.access.Actor;
import org.packhorse.access.AuditTrail;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.Manifest;
import org.packhorse.pack.Masthead;
import org.packhorse.pack.PublishedFiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a personal link opens: the edition's files, as long as its reader may read them and they are what was published.
@Component
public class Downloads {

	private final Links links;

	private final Deliveries deliveries;

	private final Editions editions;

	private final PublishedFiles files;

	private final Admission admission;

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	Downloads(Links links, Deliveries deliveries, Editions editions, PublishedFiles files, Admission admission, AuditTrail trail,
			PlatformTransactionManager transactions) {
		this.links = links;
		this.deliveries = deliveries;
		this.editions = editions;
		this.files = files;
		this.admission = admission;
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
	}

	/// What a link's page shows; `superseded` says that a newer version has taken the edition's place, and then there are no files.
	public record Download(long delivery, Edition edition, Masthead masthead, boolean superseded, List<Manifest.Entry> files) {

		public Download {
			files = List.copyOf(files);
		}

		/// One of its files.
		public Optional<Manifest.Entry> file(String name) {
			return this.files.stream().filter(file -> file.name().equals(name)).findFirst();
		}

	}

	/// What the token opens now, or nothing; nothing is the same whatever the reason.
	public Optional<Download> of(String token) {
		return this.links.message(token).flatMap(this.deliveries::reader).flatMap(this::download);
	}

	/// The bytes of one of its files, if they are those that were published.
	public Optional<byte[]> bytes(Download download, Manifest.Entry file) {
		return this.files.bytes(download.edition(), file);
	}

	/// Puts an opening of the page or of a file into the audit trail; when that fails, nothing may be handed out.
	public void opened(Download download, String what) {
		var delivery = "delivery " + download.delivery();
		this.transaction.executeWithoutResult(_ -> this.trail.record(new Actor("reader of " + delivery), "opened", delivery,
				Map.of("edition", download.edition().name(), "file", what)));
	}

	private Optional<Download> download(Deliveries.Reader reader) {
		var edition = this.editions.find(reader.edition());
		if (!edition.published() || !reader.manifestSha256().equals(edition.manifestSha256())) {
			return Optional.empty();
		}
		return this.files.manifest(edition).flatMap(manifest -> download(reader, edition, manifest));
	}

	private Optional<Download> download(Deliveries.Reader reader, Edition edition, Manifest manifest) {
		var audience = this.admission.audience(manifest.pack(), manifest.audience());
		var grants = reader.grants().stream().filter(grant -> grant.lets(audience)).toList();
		if (grants.isEmpty()) {
			return Optional.empty();
		}
		boolean superseded = this.editions.isSuperseded(edition);
		var files = manifest.files().stream().filter(file -> !superseded && isFor(grants, file.name())).toList();
		return Optional.of(new Download(reader.delivery(), edition, this.files.masthead(edition), superseded, files));
	}

	/// Those that people read; `pack.json` is for programs.
	private static boolean isFor(List<Deliveries.Grant> grants, String name) {
		var ending = name.substring(name.lastIndexOf('.') + 1);
		return !ending.equals("json") && grants.stream().anyMatch(grant -> grant.lets(ending));
	}

}
