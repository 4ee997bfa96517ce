package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.packhorse.document.Bytes;
import org.springframework.stereotype.Component;

/// Knows who changed a pack's templates: the accounts that own those files of it, its house and `_shared` that are not as they were
/// in the pack's last final that posts had cleared. Where there is none, every file is new: what somebody made by hand was seen by nobody.
@Component
class TemplateAuthors {

	private final Editions editions;

	private final Home home;

	TemplateAuthors(Editions editions, Home home) {
		this.editions = editions;
		this.home = home;
	}

	List<String> of(Edition edition, Snapshot snapshot) {
		var before = this.editions.clearedBefore(edition).map(last -> SnapshotJson.read(this.editions.frozen(last)).templates().files()).map(Map::copyOf).orElse(Map.<String, Bytes>of());
		var owners = new TreeSet<String>();
		snapshot.templates().files().forEach((path, contents) -> {
			if (!contents.equals(before.get(path))) {
				owner(this.home.templates().resolve(path)).ifPresent(owners::add);
			}
		});
		return List.copyOf(owners);
	}

	/// The account without its domain; nobody where files have no owners.
	private static Optional<String> owner(Path file) {
		try {
			return Optional.of(Files.getOwner(file).getName().replaceFirst(".*\\\\", ""));
		}
		catch (UnsupportedOperationException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			// Without an owner the one who changed it could clear what it makes.
			throw new UncheckedIOException("The owner of the template file " + file + " cannot be read", ex);
		}
	}

}
