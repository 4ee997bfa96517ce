package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.packhorse.template.PackTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Hands out the files of published editions, and only as they were published: what is gone or was changed is not there.
@Component
public class PublishedFiles {

	private static final Logger LOG = LoggerFactory.getLogger(PublishedFiles.class);

	private static final int MOST_KEPT = 64;

	private final Editions editions;

	private final EditionStore store;

	/// Mastheads last asked for: each stands in a snapshot of the size of the edition.
	private final Map<Long, Masthead> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Long, Masthead> eldest) {
			return size() > MOST_KEPT;
		}
	};

	PublishedFiles(Editions editions, EditionStore store) {
		this.editions = editions;
		this.store = store;
	}

	/// The edition's manifest, if it is the one that was published.
	public Optional<Manifest> manifest(Edition edition) {
		var bytes = bytes(edition, EditionFolder.MANIFEST);
		return bytes != null && Sha256.of(bytes).equals(edition.manifestSha256()) ? Optional.of(SnapshotJson.manifest(bytes)) : Optional.empty();
	}

	/// A file's bytes, if they are those of its manifest.
	public Optional<byte[]> bytes(Edition edition, Manifest.Entry file) {
		var bytes = bytes(edition, file.name());
		return bytes != null && Sha256.of(bytes).equals(file.sha256()) ? Optional.of(bytes) : Optional.empty();
	}

	/// A file that the edition's manifest names, or the manifest itself; nothing for any other name.
	public Optional<EditionFile> file(Edition edition, String name) {
		try {
			var manifest = bytes(edition, EditionFolder.MANIFEST);
			if (manifest == null) {
				return Optional.of(new EditionFile.Refused("The files of this edition are not where they were published. Whoever looks after Packhorse can bring them back from a backup."));
			}
			if (!Sha256.of(manifest).equals(edition.manifestSha256())) {
				return Optional.of(new EditionFile.Refused("The manifest of this edition was changed after publication, so that none of its files can be relied on and none is handed out."));
			}
			return name.equals(EditionFolder.MANIFEST) ? Optional.of(new EditionFile.Whole(name, "application/json", manifest))
					: SnapshotJson.manifest(manifest).files().stream().filter(entry -> entry.name().equals(name)).findFirst().map(entry -> file(edition, entry));
		}
		catch (UncheckedIOException ex) {
			LOG.warn("{} of {} cannot be read", name, edition.name(), ex);
			return Optional.of(new EditionFile.Refused("The files of this edition cannot be read now. Try again later."));
		}
	}

	private EditionFile file(Edition edition, Manifest.Entry entry) {
		var bytes = bytes(edition, entry.name());
		if (bytes == null) {
			return new EditionFile.Refused("%s is gone from the place where it was published. Whoever looks after Packhorse can bring it back from a backup.".formatted(entry.name()));
		}
		return Sha256.of(bytes).equals(entry.sha256()) ? new EditionFile.Whole(entry.name(), entry.mediaType(), bytes)
				: new EditionFile.Refused("%s is not what was published: it was changed after publication, and is not handed out.".formatted(entry.name()));
	}

	/// Whom the edition was frozen for.
	String frozenAudience(Edition edition) {
		return PackTemplate.of(SnapshotJson.read(this.editions.frozen(edition)).templates()).settings().audience().name().toLowerCase(Locale.ROOT);
	}

	/// The words of the edition's front.
	public Masthead masthead(Edition edition) {
		synchronized (this.kept) {
			return this.kept.computeIfAbsent(edition.number(), _ -> read(edition));
		}
	}

	private Masthead read(Edition edition) {
		var snapshot = SnapshotJson.read(this.editions.frozen(edition));
		var template = PackTemplate.of(snapshot.templates());
		return new Masthead(snapshot.authority().name(), template.settings().title(), template.marking(), snapshot.asAt(), snapshot.version(), snapshot.draft());
	}

	private byte @Nullable [] bytes(Edition edition, String file) {
		try {
			return this.store.read(edition, file);
		}
		catch (NoSuchFileException ex) {
			return null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
