package org.packhorse.pack;

import org.packhorse.template.PackTemplate;

/// The line that every mail program shows, also on a locked telephone: made of settings alone, never of what somebody wrote into a
/// table's words.
final class Subject {

	private Subject() {
	}

	/// Such as "OFFICIAL-SENSITIVE: DRAFT Improvement Board pack, 31 March 2026, Exampleshire".
	static String of(Snapshot facts, PackTemplate template) {
		var subject = new StringBuilder();
		if (!template.marking().isBlank()) {
			subject.append(clean(template.marking(), "the marking", "houses/%s/house.yml or the pack's pack.yml".formatted(template.house().name()))).append(": ");
		}
		if (facts.draft()) {
			subject.append("DRAFT ");
		}
		subject.append(clean(template.settings().title(), "the title", template.settings().pack() + "/pack.yml")).append(", ").append(Wording.day(facts.asAt()));
		if (facts.version() > 1) {
			subject.append(", version ").append(facts.version());
		}
		return subject.append(", ").append(clean(facts.authority().name(), "the council's name", "the table authorities")).toString();
	}

	private static String clean(String words, String what, String where) {
		if (words.codePoints().anyMatch(Letter::isControl)) {
			throw new PackProblem(PackProblem.Kind.INPUT, "No e-mail is made: %s holds a control character, which the subject of an e-mail must not. Write it anew in %s."
				.formatted(what, where));
		}
		return words.strip();
	}

}
