package org.packhorse.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All text of an edition's files, seen or unseen, by file.
final class EditionText {

	/// The part that a file's own name is.
	static final String NAME = "file name";

	private static final int DEPTH = 4;

	private static final JsonMapper JSON = new JsonMapper();

	// Numbers about files and printing.
	private static final Set<String> KEYS_OF_FORM = Set.of("bytes", "decimals", "version", "moves", "daysSlipped", "daysToDue", "sha256", "snapshotSha256", "templateSha256", "rulesSha256");

	private final Function<Path, List<String>> pdfText;

	EditionText(Function<Path, List<String>> pdfText) {
		this.pdfText = pdfText;
	}

	/// All files below a folder, in the order of their names.
	static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
	}

	/// The passages of one file, its name among them.
	List<Passage> of(Path file) throws IOException {
		var passages = new ArrayList<Passage>();
		var name = file.getFileName().toString();
		passages.add(Passage.words(NAME, worded(name)));
		switch (ending(name)) {
			case "pdf" -> this.pdfText.apply(file).forEach(text -> passages.add(Passage.of(text, "text", text)));
			case "docx", "xlsx", "zip" -> opened("", Files.readAllBytes(file), passages, 0);
			default -> read(name, Files.readAllBytes(file), passages, 0);
		}
		return passages;
	}

	private void opened(String within, byte[] file, List<Passage> passages, int depth) throws IOException {
		var parts = parts(file);
		if (depth > DEPTH) {
			throw new IOException("files inside files, more than %d deep, cannot be searched".formatted(DEPTH));
		}
		var shared = parts.containsKey("xl/sharedStrings.xml") ? MarkupText.sharedStrings(text(parts.get("xl/sharedStrings.xml"))) : List.<String>of();
		for (Map.Entry<String, byte[]> part : parts.entrySet()) {
			passages.add(Passage.words(within + "name of a part", worded(part.getKey().replaceAll("\\d+(?=\\.\\w+(\\.rels)?$)", ""))));
			if (ending(part.getKey()).matches("xml|vml|rels")) {
				passages.addAll(MarkupText.passages(within + part.getKey(), text(part.getValue()), shared));
			}
			else {
				read(within + part.getKey(), part.getValue(), passages, depth);
			}
		}
	}

	private void read(String name, byte[] file, List<Passage> passages, int depth) throws IOException {
		if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
			opened(name + " > ", file, passages, depth + 1);
			return;
		}
		switch (ending(name)) {
			case "html", "htm", "svg", "xml" -> passages.addAll(MarkupText.passages(name, withoutPictures(text(file)), List.of()));
			case "json" -> walk(name, JSON.readTree(file), passages);
			case "txt", "csv", "md", "yml" -> text(file).lines().forEach(line -> passages.add(Passage.of(line, name, line)));
			default -> { /* pictures and fonts hold no words that could be searched */ }
		}
	}

	private static String withoutPictures(String page) {
		return page.replaceAll("data:[\\w/+.-]*;base64,[A-Za-z0-9+/=\\s]*", "data:");
	}

	/// Every value by itself, and every object as a row.
	private static void walk(String part, JsonNode node, List<Passage> passages) {
		if (node.isObject()) {
			var row = row(node);
			passages.add(Passage.of(row, part, row));
		}
		node.properties().forEach(property -> {
			if (!KEYS_OF_FORM.contains(property.getKey())) {
				walk(part + "/" + property.getKey(), property.getValue(), passages);
			}
		});
		if (node.isArray()) {
			node.forEach(item -> walk(part, item, passages));
		}
		if (node.isValueNode() && !node.isNull()) {
			passages.add(Passage.words(part, node.asString()));
		}
	}

	private static String row(JsonNode object) {
		var row = new StringBuilder();
		object.properties().forEach(property -> {
			if (property.getValue().isValueNode() && !KEYS_OF_FORM.contains(property.getKey())) {
				row.append(" | ").append(property.getValue().asString());
			}
		});
		return row.toString();
	}

	private static Map<String, byte[]> parts(byte[] file) throws IOException {
		var parts = new LinkedHashMap<String, byte[]>();
		try (InputStream in = new ByteArrayInputStream(file); var zip = new ZipInputStream(in)) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts.put(entry.getName(), zip.readAllBytes());
			}
		}
		return parts;
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/// A name's numbers stand by themselves; its dates stay whole.
	private static String worded(String name) {
		return name.replaceAll("(?<=[A-Za-z])[-_./](?=\\d)|(?<=\\d)[-_./](?=[A-Za-z])|_", " ");
	}

	private static String ending(String name) {
		return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}

}
