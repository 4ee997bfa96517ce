package org.packhorse.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.packhorse.document.Bytes;

/// Reads files of the report-templates folder into memory. Links are not followed, so nothing from elsewhere gets in.
final class FolderFiles {

	private static final long LARGEST = 20_000_000;

	private final Path root;

	private final SortedMap<String, Bytes> files = new TreeMap<>();

	private final List<TemplateProblem> problems = new ArrayList<>();

	FolderFiles(Path root) {
		this.root = root;
	}

	SortedMap<String, Bytes> files() {
		return this.files;
	}

	List<TemplateProblem> problems() {
		return this.problems;
	}

	/// The names of the folders in a folder, in order.
	static List<String> folders(Path folder) {
		if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
			return List.of();
		}
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
				.map(entry -> entry.getFileName().toString())
				.filter(name -> !name.startsWith("."))
				.sorted()
				.toList();
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/// Takes all files of a folder but those of its `sample` folder and hidden ones.
	void take(String folder) {
		var from = this.root.resolve(folder);
		if (!Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		try {
			Files.walkFileTree(from, new Visitor(from.resolve("sample")));
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/// Takes one file, where there is one.
	void takeFile(String name) {
		var file = this.root.resolve(name);
		try {
			if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
				take(file, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
			}
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	private void take(Path file, BasicFileAttributes attributes) throws IOException {
		var name = name(file);
		if (attributes.isSymbolicLink() || !attributes.isRegularFile()) {
			fault(name, "A link stands in place of a file", "Copy the file itself into the folder");
		}
		else if (!name.matches("[A-Za-z0-9._/ -]+") || name.contains("--") && name.endsWith(".ftlx")) {
			fault(name, "The file's name cannot be used", "Use letters, digits, single hyphens, dots and spaces");
		}
		else if (attributes.size() > LARGEST) {
			fault(name, "The file is larger than " + LARGEST / 1_000_000 + " MB", "Make it smaller, or move it out of report-templates");
		}
		else {
			this.files.put(name, Bytes.of(Files.readAllBytes(file)));
		}
	}

	private String name(Path file) {
		return this.root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
	}

	private void fault(String file, String fault, String remedy) {
		this.problems.add(new TemplateProblem(file, 0, fault, remedy));
	}

	/// Walks past what is hidden and what is sample data.
	private final class Visitor extends SimpleFileVisitor<Path> {

		private final Path sample;

		Visitor(Path sample) {
			this.sample = sample;
		}

		@Override
		public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
			return folder.equals(this.sample) || hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			if (!hidden(file)) {
				take(file, attributes);
			}
			return FileVisitResult.CONTINUE;
		}

		/// Also the lock files that office programs leave while a file is open.
		private static boolean hidden(Path path) {
			var name = path.getFileName().toString();
			return name.startsWith(".") || name.startsWith("~$") || name.endsWith("~");
		}

	}

}
