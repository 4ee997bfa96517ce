package org.packhorse.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Checkpoints beside the editions, in out/audit: a file for each trail, a line for each checkpoint.
@Component
class CheckpointFiles {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String ENDING = ".checkpoints";

	private final Optional<Path> folder;

	/// The setting `packhorse.audit.folder` names another folder; blank, none are kept, as for databases that do not outlive a command.
	CheckpointFiles(@Value("${packhorse.audit.folder:${packhorse.home:.}/out/audit}") String folder) {
		this.folder = folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder).toAbsolutePath().normalize());
	}

	boolean areKept() {
		return this.folder.isPresent();
	}

	Path file(String chain) {
		return this.folder.orElseThrow().resolve(chain + ENDING);
	}

	void append(Checkpoint checkpoint) throws IOException {
		var file = file(checkpoint.chain());
		Files.createDirectories(file.getParent());
		try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
			var line = ByteBuffer.wrap((JSON.writeValueAsString(checkpoint) + "\n").getBytes(StandardCharsets.UTF_8));
			while (line.hasRemaining()) {
				out.write(line);
			}
			out.force(true);
		}
	}

	/// A line of a file, with the checkpoint that it is, unless somebody changed it or a crash cut it short.
	record Line(int number, Optional<Checkpoint> checkpoint) {
	}

	List<Line> read(String chain) throws IOException {
		var lines = new ArrayList<Line>();
		if (areKept() && Files.exists(file(chain))) {
			var texts = Files.readAllLines(file(chain));
			for (int i = 0; i < texts.size(); i++) {
				lines.add(new Line(i + 1, checkpoint(texts.get(i))));
			}
		}
		return lines;
	}

	private static Optional<Checkpoint> checkpoint(String line) {
		try {
			return Optional.of(JSON.readValue(line, Checkpoint.class)).filter(checkpoint -> checkpoint.signature() != null);
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/// Files of trails that this one does not continue.
	List<Path> others(String chain) throws IOException {
		if (!areKept() || !Files.isDirectory(this.folder.orElseThrow())) {
			return List.of();
		}
		try (var files = Files.list(this.folder.orElseThrow())) {
			return files.filter(file -> file.getFileName().toString().endsWith(ENDING) && !file.getFileName().toString().equals(chain + ENDING)).sorted().toList();
		}
	}

}
