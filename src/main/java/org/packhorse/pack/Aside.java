package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/// A folder for files that nobody keeps; it is gone when it is closed.
record Aside(Path path) implements AutoCloseable {

	Aside(String name) throws IOException {
		this(Files.createTempDirectory(name));
	}

	@Override
	public void close() {
		try {
			FileSystemUtils.deleteRecursively(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
