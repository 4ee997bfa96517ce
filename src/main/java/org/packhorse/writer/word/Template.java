package org.packhorse.writer.word;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// A piece of XML from this room's resources with `{names}` in it, for parts whose shape never changes.
final class Template {

	private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z0-9]+)}");

	private final String file;

	/// The words between the names: one more than there are names.
	private final List<String> between = new ArrayList<>();

	private final List<String> names = new ArrayList<>();

	private Template(String file, String text) {
		this.file = file;
		int written = 0;
		for (var name = NAME.matcher(text); name.find();) {
			this.between.add(text.substring(written, name.start()));
			this.names.add(name.group(1));
			written = name.end();
		}
		this.between.add(text.substring(written));
	}

	/// The template in this file, without its indents.
	static Template of(String file) {
		try (var in = Objects.requireNonNull(Template.class.getResourceAsStream(file), file)) {
			var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			return new Template(file, text.lines().map(String::strip).reduce("", String::concat));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The XML with these values in place of the names; the values are XML already.
	String with(Map<String, String> values) {
		var xml = new StringBuilder(this.between.getFirst());
		for (int i = 0; i < this.names.size(); i++) {
			var name = this.names.get(i);
			xml.append(Objects.requireNonNull(values.get(name), () -> this.file + ": {" + name + "}")).append(this.between.get(i + 1));
		}
		return xml.toString();
	}

}
