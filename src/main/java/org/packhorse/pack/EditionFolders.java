package org.packhorse.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import org.springframework.stereotype.Component;

/// Editions in folders, on a disk or a file system that several machines share.
@Component
class EditionFolders implements EditionStore {

	@Override
	public void clear(PackRequest request, long fence) throws IOException {
		EditionFolder.clear(request, fence);
	}

	@Override
	public Path stage(Edition edition, long fence) throws IOException {
		return new EditionFolder(edition, fence).stage();
	}

	@Override
	public Optional<Path> staged(Edition edition, long fence) {
		return Optional.of(new EditionFolder(edition, fence).staged()).filter(Files::isDirectory);
	}

	@Override
	public void publish(Edition edition, long fence) throws IOException {
		new EditionFolder(edition, fence).publish();
	}

	@Override
	public void discard(Edition edition, long fence) throws IOException {
		new EditionFolder(edition, fence).discard();
	}

	@Override
	public boolean isPublished(Edition edition) {
		return Files.isRegularFile(edition.path().resolve(EditionFolder.MANIFEST), LinkOption.NOFOLLOW_LINKS);
	}

	@Override
	public boolean isTaken(Path store, String name) {
		return Files.exists(store.resolve(name), LinkOption.NOFOLLOW_LINKS);
	}

	@Override
	public byte[] read(Edition edition, String file) throws IOException {
		return Files.readAllBytes(edition.path().resolve(file));
	}

	@Override
	public void mark(Path store, long run, String token) throws IOException {
		var mark = mark(store, run);
		Files.createDirectories(mark.getParent());
		Files.writeString(mark, token);
	}

	@Override
	public boolean sees(Path store, long run, String token) throws IOException {
		try {
			return new String(Files.readAllBytes(mark(store, run)), StandardCharsets.UTF_8).equals(token);
		}
		catch (NoSuchFileException ex) {
			return false;
		}
	}

	@Override
	public void unmark(Path store, long run) throws IOException {
		Files.deleteIfExists(mark(store, run));
	}

	private static Path mark(Path store, long run) {
		return EditionFolder.aside(store).resolve("run-%d.mark".formatted(run));
	}

}
