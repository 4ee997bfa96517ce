package org.packhorse.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.packhorse.access.AuditEntry;
import org.packhorse.access.Clearance;
import org.packhorse.console.AuditPage.Fact;
import org.packhorse.console.AuditPage.Line;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the trail records, in words for whoever audits: what was done, to what, and what else there is to say of it. Scripts get it as it stands.
final class AuditWords {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

	private static final Map<String, String> LABELS = Map.ofEntries(Map.entry("as", "Settled as"), Map.entry("asAt", "As at"), Map.entry("clearance", "May read"), Map.entry("fromDraft", "Final of the draft"),
			Map.entry("manifest", "SHA-256 of its manifest"), Map.entry("manifestSha256", "SHA-256 of its manifest"), Map.entry("new delivery", "New message"), Map.entry("post", "For the post"),
			Map.entry("tables", "Rows by table"), Map.entry("waitsFor", "Waits for"));

	private final Names names;

	AuditWords(Names names) {
		this.names = names;
	}

	/// What was done.
	static String action(String action) {
		return switch (action) {
			case "run" -> "Begun to be made";
			case "tied" -> "Tied to the council’s sign-in";
			default -> Words.capital(action);
		};
	}

	Line line(AuditEntry entry) {
		return new Line(entry.seq(), Words.moment(entry.at()), entry.actor(), action(entry.action()), object(entry.object()), path(entry.object()), facts(entry.detail()));
	}

	/// What is not as it was ever written, somebody has changed: the proof tells, and here it stands as it is.
	private List<Fact> facts(String detail) {
		try {
			return JSON.readTree(detail).properties().stream().map(said -> new Fact(label(said.getKey(), said.getValue()), values(said.getKey(), said.getValue()))).toList();
		}
		catch (JacksonException ex) {
			return List.of(new Fact("As it stands", List.of(Called.plainly(detail))));
		}
	}

	private Called object(String object) {
		if (Names.isEdition(object)) {
			return this.names.called(object);
		}
		var pack = object.split("/");
		if (pack.length == 2 && this.names.isCouncil(pack[0])) {
			return new Called("%s of %s".formatted(this.names.pack(pack[1]), this.names.council(pack[0])), object);
		}
		return Called.plainly(object.equals("mail") ? "All mail" : Words.capital(object.replaceFirst("^delivery ", "message ")));
	}

	private static String path(String object) {
		if (Names.isEdition(object)) {
			return "/editions/" + object;
		}
		return object.matches("(delivery|run) \\d+") ? "/" + object.replace("delivery ", "deliveries/").replace("run ", "runs/") : "";
	}

	/// A message is of an edition or of a notice, and the trail calls both an edition.
	private static String label(String key, JsonNode value) {
		if (key.equals("edition") && value.isString() && Names.isNotice(value.asString())) {
			return "Notice";
		}
		return LABELS.getOrDefault(key, Words.capital(key.replaceAll("(?<=[a-z])(?=[A-Z0-9])", " ").toLowerCase(Locale.ROOT)));
	}

	private List<Called> values(String key, JsonNode value) {
		if (value.isObject()) {
			return value.properties().stream().map(part -> Called.plainly("%s: %s".formatted(part.getKey(), parts(part.getValue())))).toList();
		}
		var values = value.isArray() ? value.valueStream().map(each -> said(key, each.asString())).toList() : List.of(said(key, value.asString()));
		return values.isEmpty() ? List.of(Called.plainly(key.equals("councils") ? "Every council" : "None")) : values;
	}

	private static String parts(JsonNode value) {
		return value.isObject() ? String.join(", ", value.properties().stream().map(part -> "%s %s".formatted(part.getValue().asString(), part.getKey())).toList()) : value.asString();
	}

	private Called said(String key, String value) {
		return switch (key) {
			case "councils" -> new Called(this.names.council(value), value);
			case "roles" -> Called.plainly(value.toLowerCase(Locale.ROOT).replace(" ", ", "));
			case "clearance" -> Called.plainly(Stream.of(Clearance.values()).filter(each -> each.toString().equals(value)).findFirst().map(Words::reads).orElse(value));
			case "new delivery" -> Called.plainly("Message " + value);
			default -> plain(value);
		};
	}

	private Called plain(String value) {
		if (Names.isEdition(value)) {
			return this.names.called(value);
		}
		if (Names.isNotice(value)) {
			return new Called(this.names.notice(value), value);
		}
		if (HASH.matcher(value).matches()) {
			return new Called("", value);
		}
		return Called.plainly(Words.day(value));
	}

}
