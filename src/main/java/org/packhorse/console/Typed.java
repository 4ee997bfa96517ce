package org.packhorse.console;

import java.io.Serial;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.packhorse.pack.PackProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody typed into a form, with what is wrong with it: the page shows both again, so that nothing is lost.
public final class Typed {

	private static final List<DateTimeFormatter> DAYS = List.of(day("uuuu-M-d"), day("d/M/uuuu"), day("d.M.uuuu"), day("d MMMM uuuu"), day("d MMM uuuu"));

	private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

	private static final Set<String> SECRET = Set.of("password", "again", "old", "token", "_csrf");

	private final Map<String, String[]> words;

	/// The fields that there are, where that is settled before anybody reads one.
	private final @Nullable List<String> known;

	private final List<Fault> faults = new ArrayList<>();

	private Typed(Map<String, String[]> words) {
		this(words, null);
	}

	private Typed(Map<String, String[]> words, @Nullable List<String> known) {
		this.words = words;
		this.known = known;
	}

	/// What is wrong with a field.
	public record Fault(String field, String words) {
	}

	/// What came with a request.
	public static Typed of(HttpServletRequest request) {
		return new Typed(request.getParameterMap());
	}

	/// What a script sent: an object of words, numbers, yes and no, and lists of these.
	static Typed ofJson(byte[] body) {
		try {
			var words = new HashMap<String, List<String>>();
			var sent = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
			if (!sent.isObject()) {
				throw new NotJson("Send an object: {\"name\": \"value\", …}");
			}
			sent.properties().forEach(field -> words.put(field.getKey(), words(field.getKey(), field.getValue())));
			return with(words);
		}
		catch (JacksonException ex) {
			throw new NotJson("The body is no JSON: " + String.valueOf(ex.getOriginalMessage()).lines().findFirst().orElse(""));
		}
	}

	private static List<String> words(String name, JsonNode value) {
		if (value.isArray()) {
			return value.valueStream().map(each -> word(name, each)).toList();
		}
		return value.isNull() ? List.of() : List.of(word(name, value));
	}

	private static String word(String name, JsonNode value) {
		if (!value.isValueNode()) {
			throw new NotJson("%s must be a word, a number, true, false, or a list of these".formatted(name));
		}
		return value.isBoolean() ? value.booleanValue() ? "yes" : "no" : value.asString();
	}

	/// What a script sent cannot be read.
	static final class NotJson extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1;

		NotJson(String message) {
			super(message, null, false, false);
		}

	}

	/// The same of these fields alone. Each that nobody asked for is noted, which is mostly a misspelt one; and nobody here reads another, so that what the API's
	/// description says of fields is all there is.
	Typed knowing(List<String> fields) {
		var typed = new Typed(this.words, List.copyOf(fields));
		this.words.keySet().stream().filter(name -> !fields.contains(name)).sorted().forEach(name -> typed.fault(name, unknown(name, fields)));
		return typed;
	}

	/// What is said of a field that nobody asked for.
	static String unknown(String name, List<String> fields) {
		return fields.isEmpty() ? "There is no field %s".formatted(name) : "There is no field %s; the fields are %s".formatted(name, String.join(", ", fields));
	}

	/// Notes a field that must be there and is not.
	void demandThere(String name) {
		if (text(name).isEmpty()) {
			fault(name, "Say %s".formatted(name));
		}
	}

	/// Notes whatever was chosen that is not offered: nothing that somebody asked for is left out without a word.
	public void demandAmong(String name, List<String> offered) {
		all(name).stream().filter(value -> !offered.contains(value)).distinct().forEach(value -> fault(name, "'%s' is not offered".formatted(value)));
	}

	/// What was typed into fields that are no secret, in no order.
	public Map<String, String> plain() {
		var plain = new TreeMap<String, String>();
		this.words.forEach((name, values) -> {
			if (!SECRET.contains(name)) {
				plain.put(name, String.join("\n", values));
			}
		});
		return plain;
	}

	/// A form that nobody has filled yet, with what stands in it to begin with.
	public static Typed with(Map<String, List<String>> words) {
		var typed = new HashMap<String, String[]>();
		words.forEach((name, values) -> typed.put(name, values.toArray(String[]::new)));
		return new Typed(typed);
	}

	/// A field's text without blanks around it; empty where nothing was typed.
	public String text(String name) {
		var found = found(name);
		return found == null || found.length == 0 ? "" : found[0].strip();
	}

	/// A field's text as it was typed: a password's blanks are part of it.
	public String exact(String name) {
		var found = found(name);
		return found == null || found.length == 0 ? "" : found[0];
	}

	/// Everything that was chosen of several.
	public List<String> all(String name) {
		var found = found(name);
		return found == null ? List.of() : Arrays.stream(found).map(String::strip).filter(word -> !word.isEmpty()).toList();
	}

	private String @Nullable [] found(String name) {
		if (this.known != null && !this.known.contains(name)) {
			throw new IllegalStateException("no description names the field " + name);
		}
		return this.words.get(name);
	}

	/// Whether something was chosen.
	public boolean has(String name, String value) {
		return all(name).contains(value);
	}

	/// A day such as 2026-03-31 or 31/3/2026, null where nothing was typed; what is no day is a fault.
	public @Nullable LocalDate day(String name, String called) {
		var text = text(name);
		if (text.isEmpty()) {
			return null;
		}
		for (DateTimeFormatter format : DAYS) {
			try {
				return LocalDate.parse(text, format);
			}
			catch (DateTimeParseException ex) {
				// Written in another way, or no day at all.
			}
		}
		fault(name, "%s must be a real date, such as 31/3/2026 or 2026-03-31".formatted(called));
		return null;
	}

	/// One line of words; a line break or another control character is a fault, and so is more than fits.
	public String line(String name, String called, int most) {
		var text = text(name);
		if (text.chars().anyMatch(Character::isISOControl)) {
			fault(name, called + " must be one line");
		}
		else if (text.length() > most) {
			fault(name, "%s must be %,d characters or fewer".formatted(called, most));
		}
		return text;
	}

	/// Notes what is wrong with a field.
	public void fault(String field, String words) {
		this.faults.add(new Fault(field, words));
	}

	/// Notes what the product itself found wrong.
	public void fault(String field, PackProblem problem) {
		Told.lines(problem).forEach(line -> fault(field, line));
	}

	/// Everything that is wrong, in the order in which it was found.
	public List<Fault> faults() {
		return List.copyOf(this.faults);
	}

	/// What is wrong with one field, or blank.
	public String faultOf(String field) {
		return String.join(". ", this.faults.stream().filter(fault -> fault.field().equals(field)).map(Fault::words).toList());
	}

	/// Whether anything is wrong.
	public boolean isFaulty() {
		return !this.faults.isEmpty();
	}

	private static DateTimeFormatter day(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.UK).withResolverStyle(ResolverStyle.STRICT);
	}

}
