package org.packhorse.tracker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads each file in a process of its own that ends when its limits are reached, whatever the file does to it.
final class ReadingApart extends Reading {

	private final ReadingLimits limits;

	private final Path work;

	private final List<String> command;

	ReadingApart(ReadingLimits limits, Path work) {
		this(limits, work, ReaderCommand.of(limits));
	}

	/// @param command how the process is started
	ReadingApart(ReadingLimits limits, Path work, List<String> command) {
		this.limits = limits;
		this.work = work;
		this.command = command;
	}

	@Override
	RawFile open(ImportFile file, RawFile.Unusual unusual) throws IOException, UnreadableFile {
		if (Files.isRegularFile(file.path())) {
			this.limits.admit(Files.size(file.path()));
		}
		Files.createDirectories(this.work);
		return new FileApart(ReaderLife.begin(this.command, this.work, this.limits), file, this.limits, unusual);
	}

}
