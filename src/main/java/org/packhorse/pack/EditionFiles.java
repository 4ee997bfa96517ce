package org.packhorse.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.writer.PackFormat;
import tools.jackson.core.JacksonException;

/// The files that an edition's readers get, read together with their manifest and held against it.
///
/// @param edition the edition
/// @param audience whom it is for: `public`, `members` or `restricted`, as the manifest says
/// @param bytes by name, as the manifest says they are
/// @param missing what cannot be read now, a sentence each: it may come back
/// @param changed what is not what was published, a sentence each
public record EditionFiles(Edition edition, String audience, Map<String, byte[]> bytes, List<String> missing, List<String> changed) {

	/// The edition's folder as it stands now.
	public static EditionFiles of(Edition edition) {
		var missing = new ArrayList<String>();
		var changed = new ArrayList<String>();
		var bytes = new TreeMap<String, byte[]>();
		var audience = "";
		try {
			var manifest = manifest(edition, missing, changed);
			if (manifest != null) {
				audience = manifest.audience();
				for (Manifest.Entry entry : manifest.files()) {
					read(edition, entry, bytes, missing, changed);
				}
			}
		}
		catch (IOException | JacksonException ex) {
			missing.add("The folder of %s, %s, cannot be read.".formatted(edition.name(), edition.path()));
		}
		return new EditionFiles(edition, audience, bytes, missing, changed);
	}

	/// What does not hold, a sentence each; then nothing here may be used.
	public List<String> faults() {
		return Stream.concat(this.changed.stream(), this.missing.stream()).toList();
	}

	private static @Nullable Manifest manifest(Edition edition, List<String> missing, List<String> changed) throws IOException {
		var file = edition.path().resolve(EditionFolder.MANIFEST);
		if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
			missing.add("The folder of %s is gone: there is no %s. Bring it back from a backup, or make the pack again.".formatted(edition.name(), file));
			return null;
		}
		var json = Files.readAllBytes(file);
		if (!Sha256.of(json).equals(edition.manifestSha256())) {
			changed.add("%s is not the manifest on record: it was changed after publication.".formatted(file));
			return null;
		}
		return SnapshotJson.manifest(json);
	}

	/// `pack.json` is for programs, and goes to nobody; it is held against the manifest all the same.
	private static void read(Edition edition, Manifest.Entry entry, Map<String, byte[]> bytes, List<String> missing, List<String> changed) throws IOException {
		var file = edition.path().resolve(entry.name());
		if (!entry.name().equals(String.valueOf(file.getFileName())) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
			missing.add("%s of %s is in the manifest but not in the folder.".formatted(entry.name(), edition.name()));
			return;
		}
		var content = Files.readAllBytes(file);
		if (!Sha256.of(content).equals(entry.sha256())) {
			changed.add("%s of %s is not what was published: its SHA-256 differs from the manifest's.".formatted(entry.name(), edition.name()));
		}
		else if (!entry.name().equals(PackMaker.RESULTS)) {
			bytes.put(entry.name(), content);
		}
	}

	/// The same for another audience than it was published for.
	public EditionFiles withAudience(String audience) {
		return new EditionFiles(this.edition, audience, this.bytes, this.missing, this.changed);
	}

	/// The same with one more thing that cannot be read now.
	public EditionFiles lacking(String words) {
		return new EditionFiles(this.edition, this.audience, this.bytes, Stream.concat(this.missing.stream(), Stream.of(words)).toList(), this.changed);
	}

	/// The formats that it has.
	public List<PackFormat> formats() {
		return Arrays.stream(PackFormat.values()).filter(format -> this.bytes.keySet().stream().anyMatch(name -> isOf(name, format))).toList();
	}

	/// The names of its files of these formats.
	public List<String> names(List<PackFormat> formats) {
		return this.bytes.keySet().stream().filter(name -> formats.stream().anyMatch(format -> isOf(name, format))).toList();
	}

	private static boolean isOf(String name, PackFormat format) {
		return name.endsWith("." + format.ending());
	}

}
