package org.packhorse.pack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// The folder of one edition: written aside, made durable, and put in place in one step.
final class EditionFolder {

	static final String MANIFEST = "manifest.json";

	private final Path staging;

	private final Path place;

	EditionFolder(Edition edition, long fence) {
		this.staging = aside(edition.request().store()).resolve(edition.folder().replace('/', '_') + "." + fence);
		this.place = edition.path();
	}

	/// Beside the published ones, on the same file system.
	static Path aside(Path store) {
		return store.resolve(".making");
	}

	/// Renames each folder that a making of this pack and day with a lower fence left aside, and then deletes it: from the first moment on
	/// there is nothing at the place that its maker would put in place.
	static void clear(PackRequest request, long fence) throws IOException {
		if (!Files.isDirectory(aside(request.store()))) {
			return;
		}
		var ofThePack = Pattern.compile(Pattern.quote("%s_%s_%s_v".formatted(request.authority(), request.pack(), request.asAt())) + "\\d+\\.(\\d+)(\\.gone-.*)?");
		for (Path folder : files(aside(request.store()))) {
			var name = ofThePack.matcher(folder.getFileName().toString());
			if (name.matches() && Long.parseLong(name.group(1)) < fence) {
				delete(name.group(2) != null ? folder : Files.move(folder, folder.resolveSibling(name.group() + ".gone-" + UUID.randomUUID()), StandardCopyOption.ATOMIC_MOVE));
			}
		}
	}

	/// An empty folder.
	Path stage() throws IOException {
		delete(this.staging);
		return Files.createDirectories(this.staging);
	}

	Path staged() {
		return this.staging;
	}

	/// Makes every file durable, the manifest among them, and renames the folder into place.
	void publish() throws IOException {
		for (Path file : files(this.staging)) {
			force(file);
			readOnly(file);
		}
		force(this.staging);
		Files.createDirectories(this.place.getParent());
		if (Files.exists(this.place, LinkOption.NOFOLLOW_LINKS)) {
			throw new FileAlreadyExistsException(this.place.toString());
		}
		Files.move(this.staging, this.place, StandardCopyOption.ATOMIC_MOVE);
		force(this.place.getParent());
	}

	void discard() throws IOException {
		delete(this.staging);
	}

	/// The files of a folder by name; folders inside it count as files, so that they are noticed.
	static List<Path> files(Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	private static void force(Path path) throws IOException {
		var option = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
		try (var channel = FileChannel.open(path, option)) {
			channel.force(true);
		}
	}

	private static void readOnly(Path file) throws IOException {
		if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
		}
	}

	private static void delete(Path folder) throws IOException {
		if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		var all = new ArrayList<Path>();
		try (var walk = Files.walk(folder)) {
			walk.forEach(all::add);
		}
		all.sort(Comparator.reverseOrder());
		for (Path path : all) {
			Files.delete(path);
		}
	}

}
