package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.packhorse.template.PackTemplate;
import org.springframework.stereotype.Component;

/// Hands out the files of published editions, and only as they were published: what is gone or was changed is not there.
@Component
public class PublishedFiles {

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
