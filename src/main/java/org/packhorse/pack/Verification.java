package org.packhorse.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Proves a published edition: its files against its manifest, the manifest against the record, and that the stored snapshot
/// gives the same bytes again.
@Component
public class Verification {

	private final Editions editions;

	private final PackMaker maker;

	public Verification(Editions editions, PackMaker maker) {
		this.editions = editions;
		this.maker = maker;
	}

	/// What a verification found.
	///
	/// @param proved what was shown to hold, a sentence each
	/// @param faults what does not hold, a sentence each; none when the edition is proved
	public record Result(Path folder, List<String> proved, List<String> faults) {

		public Result {
			proved = List.copyOf(proved);
			faults = List.copyOf(faults);
		}

		/// This and what another look at the same folder found.
		public Result and(Result other) {
			var proved = new ArrayList<>(this.proved);
			proved.addAll(other.proved());
			var faults = new ArrayList<>(this.faults);
			faults.addAll(other.faults());
			return new Result(this.folder, proved, faults);
		}

		/// Whether nothing was found wrong.
		public boolean good() {
			return this.faults.isEmpty();
		}

	}

	/// Looks at one edition's folder; nothing is changed.
	public Result verify(Path folder) {
		var proved = new ArrayList<String>();
		var faults = new ArrayList<String>();
		try {
			var manifest = manifest(folder, faults);
			if (manifest.isPresent()) {
				files(folder, manifest.get(), proved, faults);
				record(folder, manifest.get(), proved, faults);
			}
		}
		catch (IOException ex) {
			faults.add("The folder cannot be read: " + ex.getMessage());
		}
		return new Result(folder, proved, faults);
	}

	/// What keeps an edition on record from being taken as it is: files that are not what was published, a sentence each.
	public List<String> changes(Edition edition) {
		var faults = new ArrayList<String>();
		try {
			var manifest = manifest(edition.path(), faults);
			if (manifest.isPresent()) {
				files(edition.path(), manifest.get(), new ArrayList<>(), faults);
				if (!Sha256.of(edition.path().resolve(EditionFolder.MANIFEST)).equals(edition.manifestSha256())) {
					faults.add("manifest.json is not the one on record: it was changed after publication.");
				}
			}
		}
		catch (IOException ex) {
			faults.add("The folder cannot be read: " + ex.getMessage());
		}
		return faults;
	}

	static Optional<Manifest> manifest(Path folder, List<String> faults) throws IOException {
		var file = folder.resolve(EditionFolder.MANIFEST);
		if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
			faults.add("There is no manifest.json in " + folder + "; an edition's folder ends in v1, v2 and so on.");
			return Optional.empty();
		}
		var manifest = read(file);
		if (manifest.isEmpty()) {
			faults.add("manifest.json is no manifest: it does not say which edition this is and which files it has.");
		}
		return manifest;
	}

	private static Optional<Manifest> read(Path file) throws IOException {
		try {
			return Optional.ofNullable(SnapshotJson.manifest(Files.readAllBytes(file)));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static void files(Path folder, Manifest manifest, List<String> proved, List<String> faults) throws IOException {
		int before = faults.size();
		for (Manifest.Entry entry : manifest.files()) {
			var file = folder.resolve(entry.name());
			if (!entry.name().equals(String.valueOf(file.getFileName())) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
				faults.add(entry.name() + " is in the manifest but not in the folder.");
			}
			else if (!Sha256.of(file).equals(entry.sha256())) {
				faults.add(entry.name() + " is not what was published: its SHA-256 differs from the manifest's.");
			}
		}
		var names = manifest.files().stream().map(Manifest.Entry::name).toList();
		for (Path file : EditionFolder.files(folder)) {
			var name = file.getFileName().toString();
			if (!name.equals(EditionFolder.MANIFEST) && !names.contains(name)) {
				faults.add(name + " is in the folder but not in the manifest.");
			}
		}
		if (faults.size() == before) {
			proved.add("%d files are what the manifest says.".formatted(manifest.files().size()));
		}
	}

	private void record(Path folder, Manifest manifest, List<String> proved, List<String> faults) throws IOException {
		var sha256 = Sha256.of(folder.resolve(EditionFolder.MANIFEST));
		var edition = this.editions.published(manifest, sha256);
		if (edition.isPresent()) {
			proved.add("The manifest is the one on record.");
			again(manifest, edition.get(), proved, faults);
		}
		else if (this.editions.knows(manifest)) {
			faults.add("manifest.json is not the one on record: it was changed after publication.");
		}
		else if (isEdition(folder) && !folder.endsWith(manifest.edition())) {
			faults.add("manifest.json is of %s, but the folder is %s.".formatted(manifest.edition(),
					folder.subpath(folder.getNameCount() - 4, folder.getNameCount())));
		}
		else {
			proved.add("This database has no record of the edition: only its files were compared with its manifest.");
		}
	}

	/// Whether the folder is named as an edition's is, wherever it was copied to.
	private static boolean isEdition(Path folder) {
		return folder.getNameCount() > 3 && folder.getFileName().toString().matches("v\\d+")
				&& folder.getParent().getFileName().toString().matches("\\d{4}-\\d\\d-\\d\\d");
	}

	/// Makes the edition again from its snapshot, aside, and compares with what the manifest says: a file that was changed in its
	/// folder has been named already, and its snapshot may well be sound.
	private void again(Manifest manifest, Edition edition, List<String> proved, List<String> faults) throws IOException {
		if (!Software.current().equals(edition.software())) {
			proved.add("It was made by " + edition.software() + ", this is " + Software.current() + ": the bytes were not made again.");
			return;
		}
		try (var folder = new Aside("packhorse-verify")) {
			var aside = folder.path();
			var disclosed = this.maker.disclosed(edition);
			this.maker.render(aside, disclosed, this.maker.assess(disclosed));
			int before = faults.size();
			for (Path file : EditionFolder.files(aside)) {
				var name = file.getFileName().toString();
				var sha256 = Sha256.of(file);
				if (manifest.files().stream().noneMatch(entry -> entry.name().equals(name) && entry.sha256().equals(sha256))) {
					faults.add(name + " made again from the snapshot has other bytes.");
				}
			}
			if (faults.size() == before) {
				proved.add("The stored snapshot gives the same bytes again.");
			}
		}
	}

}
