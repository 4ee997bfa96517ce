package org.packhorse.writer.word;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of XML from this room's resources with `{names}` in it, for parts whose shape never changes.
final class Template {

	private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z0-9]+)}");

	private final String file;

	private final String text;

	private Template(String file, String text) {
		this.file = file;
		this.text = text;
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
		return NAME.matcher(this.text)
			.replaceAll(name -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(name.group(1)), () -> this.file + ": " + name.group())));
	}

}
