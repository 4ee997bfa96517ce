package org.packhorse.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a house's form of a committee report asks for: `houses/<house>/forms/<pack>.yml`, beside the template of the form.
///
/// @param fields fields that must be filled
/// @param mayBeBlank further fields that the form prints
/// @param yesNo fields that hold Yes or No, or `yesNoWords` instead
/// @param ticks fields that hold x or nothing
/// @param exactlyOne fields of which exactly one holds the first of the yes-no words
/// @param references fields that hold the number of a consultation, such as FD 6400/21
/// @param contacts fields that hold a contact
/// @param contactLines how many lines a contact has
/// @param parts the parts of words that the form prints and nobody may leave out
/// @param implications those of them that say what follows for one thing, where "none known" alone is no answer
public record FormSettings(String file, List<String> fields, List<String> mayBeBlank, List<String> yesNo, List<String> yesNoWords, List<String> ticks,
		List<String> exactlyOne, List<String> references, List<String> contacts, int contactLines, List<String> parts, List<String> implications) {

	static final List<String> KEYS = List.of("fields", "may-be-blank", "yes-no", "yes-no-words", "ticks", "exactly-one", "references", "contacts",
			"contact-lines", "parts", "implications");

	public FormSettings {
		fields = List.copyOf(fields);
		mayBeBlank = List.copyOf(mayBeBlank);
		yesNo = List.copyOf(yesNo);
		yesNoWords = List.copyOf(yesNoWords);
		ticks = List.copyOf(ticks);
		exactlyOne = List.copyOf(exactlyOne);
		references = List.copyOf(references);
		contacts = List.copyOf(contacts);
		parts = List.copyOf(parts);
		implications = List.copyOf(implications);
	}

	/// What the file says; its faults are the file's to keep.
	static FormSettings of(String path, SettingsFile file) {
		file.allow(KEYS);
		var words = file.list("yes-no-words").isEmpty() ? List.of("Yes", "No") : file.list("yes-no-words");
		var form = new FormSettings(path, file.list("fields"), file.list("may-be-blank"), file.list("yes-no"), words, file.list("ticks"),
				file.list("exactly-one"), file.list("references"), file.list("contacts"), file.whole("contact-lines", 4, 1, 20), file.list("parts"),
				file.list("implications"));
		form.check(file);
		return form;
	}

	/// A field that another setting names is one that the form prints.
	private void check(SettingsFile file) {
		var known = printed();
		for (String key : List.of("yes-no", "ticks", "exactly-one", "references", "contacts")) {
			file.list(key).stream().filter(field -> !known.contains(field)).forEach(field -> file.fault(key,
					key + " names the field " + field, "List it under fields or may-be-blank too"));
		}
		this.implications.stream().filter(part -> !this.parts.contains(part)).forEach(part -> file.fault("implications",
				"implications names the part " + part, "List it under parts too"));
	}

	/// Every field that the form prints.
	public List<String> printed() {
		return new ArrayList<>(Stream.of(this.fields, this.mayBeBlank).flatMap(List::stream).toList());
	}

}
