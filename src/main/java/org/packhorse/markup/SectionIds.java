package org.packhorse.markup;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.packhorse.document.Position;

/// The ids of all sections: the author's own, and one made from the title for every other section.
final class SectionIds {

	private static final Pattern OWN = Pattern.compile("[a-z][a-z0-9-]*");

	private static final Pattern DROPPED = Pattern.compile("[\\p{M}'\u2019]");

	private static final Pattern PARTING = Pattern.compile("[^a-z0-9]+");

	private static final Pattern ENDS = Pattern.compile("^[-0-9]+|-$");

	private final Map<SectionDraft, String> ids = new IdentityHashMap<>();

	private final Map<String, Position> taken = new HashMap<>();

	/// Where counting goes on for a title that many sections have.
	private final Map<String, Integer> next = new HashMap<>();

	private final Faults faults;

	SectionIds(List<Object> parts, Faults faults) {
		this.faults = faults;
		takeOwn(parts);
		make(parts);
	}

	String of(SectionDraft section) {
		return this.ids.getOrDefault(section, "section");
	}

	Set<String> all() {
		return this.taken.keySet();
	}

	private void takeOwn(List<Object> parts) {
		for (Object part : parts) {
			if (part instanceof SectionDraft section) {
				if (section.id() != null) {
					takeOwn(section, section.id());
				}
				takeOwn(section.parts());
			}
		}
	}

	private void takeOwn(SectionDraft section, String id) {
		this.ids.put(section, id);
		if (!OWN.matcher(id).matches()) {
			this.faults.add(section.at(), "<section> has id=\"" + id + "\"",
					"Write small letters, digits and hyphens, starting with a letter: front-door");
		}
		var first = this.taken.putIfAbsent(id, section.at());
		if (first != null) {
			this.faults.add(section.at(), "The id " + id + " is given twice; the first is at " + first, "Give each section its own id");
		}
	}

	private void make(List<Object> parts) {
		for (Object part : parts) {
			if (part instanceof SectionDraft section) {
				this.ids.computeIfAbsent(section, this::made);
				make(section.parts());
			}
		}
	}

	private String made(SectionDraft section) {
		var slug = slug(section.title());
		int next = this.next.getOrDefault(slug, 1);
		var id = next == 1 ? slug : slug + "-" + next;
		while (this.taken.putIfAbsent(id, section.at()) != null) {
			id = slug + "-" + ++next;
		}
		this.next.put(slug, next + 1);
		return id;
	}

	private static String slug(String title) {
		var plain = DROPPED.matcher(Normalizer.normalize(title, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
		var slug = ENDS.matcher(PARTING.matcher(plain).replaceAll("-")).replaceAll("");
		return slug.isEmpty() ? "section" : slug;
	}

}
