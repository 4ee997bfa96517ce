package org.packhorse.delivery;

import java.util.List;
import java.util.Optional;

import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.Manifest;
import org.packhorse.pack.Masthead;
import org.packhorse.pack.PublishedFiles;
import org.springframework.stereotype.Component;

/// What a personal link opens: the edition's files, as long as its reader may read them and they are what was published.
@Component
public class Downloads {

	private final Links links;

	private final Deliveries deliveries;

	private final Editions editions;

	private final PublishedFiles files;

	public Downloads(Links links, Deliveries deliveries, Editions editions, PublishedFiles files) {
		this.links = links;
		this.deliveries = deliveries;
		this.editions = editions;
		this.files = files;
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

	private Optional<Download> download(Deliveries.Reader reader) {
		var edition = this.editions.find(reader.edition());
		if (!edition.published() || !reader.manifestSha256().equals(edition.manifestSha256())) {
			return Optional.empty();
		}
		boolean superseded = this.editions.isSuperseded(edition);
		return this.files.manifest(edition)
			.map(manifest -> manifest.files().stream().filter(file -> !superseded && isFor(reader, file.name())).toList())
			.map(files -> new Download(reader.delivery(), edition, this.files.masthead(edition), superseded, files));
	}

	/// Those that people read; `pack.json` is for programs.
	private static boolean isFor(Deliveries.Reader reader, String name) {
		var ending = name.substring(name.lastIndexOf('.') + 1);
		return !ending.equals("json") && (reader.formats().isEmpty() || reader.formats().contains(ending));
	}

}
