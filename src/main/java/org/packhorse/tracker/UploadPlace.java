package org.packhorse.tracker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder in which uploads wait. It is told from other people's by a marker of ours, which every process that keeps uploads there
/// holds: what lies there is left alone while any of them lives, and so is whatever has no name that an upload has.
final class UploadPlace implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(UploadPlace.class);

	private static final String MARKER = "packhorse-uploads";

	private final Path folder;

	private @Nullable FileChannel held;

	UploadPlace(Path folder) {
		this.folder = folder;
	}

	/// Where an upload waits.
	Path of(String id) {
		return this.folder.resolve(id);
	}

	/// Forgets what processes before this one left behind: nobody knows any more whose it was.
	void begin() {
		var marker = this.folder.resolve(MARKER);
		try {
			boolean ours = Files.isRegularFile(marker, LinkOption.NOFOLLOW_LINKS);
			Files.createDirectories(this.folder);
			var channel = FileChannel.open(marker, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
			this.held = channel;
			if (ours) {
				deleteUnlessHeld(channel);
			}
			channel.lock(0, Long.MAX_VALUE, true);
		}
		catch (IOException | OverlappingFileLockException ex) {
			LOG.warn("what earlier uploads left in {} is left alone: {}", this.folder, ex.toString());
		}
	}

	private void deleteUnlessHeld(FileChannel channel) throws IOException {
		try (var alone = channel.tryLock()) {
			if (alone != null) {
				left().forEach(path -> new UploadFolder(path).delete());
			}
		}
	}

	private List<Path> left() throws IOException {
		try (var all = Files.list(this.folder)) {
			return all.filter(path -> path.getFileName().toString().matches("[0-9a-f]{40}")).toList();
		}
	}

	@Override
	public void close() throws IOException {
		if (this.held != null) {
			this.held.close();
		}
	}

}
