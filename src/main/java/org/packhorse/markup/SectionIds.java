package org.packhorse.markup;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.packhorse.document.Position;
import org.packhorse.markup.Node.Element;

/// The ids of all sections: the author's own, and one made from the title for every other section.
final class SectionIds {

	private final Map<Element, String> ids = new IdentityHashMap<>();

	private final Map<String, Position> taken = new HashMap<>();

	private final Faults faults;

	SectionIds(Element pack, Faults faults) {
		this.faults = faults;
		takeOwn(pack);
		make(pack);
	}

	String of(Element section) {
		return this.ids.getOrDefault(section, "section");
	}

	Set<String> all() {
		return this.taken.keySet();
	}

	private void takeOwn(Element parent) {
		for (Element section : parent.elements("section")) {
			var id = section.attributes().get("id");
			if (id != null) {
				takeOwn(section, id);
			}
			takeOwn(section);
		}
	}

	private void takeOwn(Element section, String id) {
		this.ids.put(section, id);
		if (!id.matches("[a-z][a-z0-9-]*")) {
			this.faults.add(section.at(), "<section> has id=\"" + id + "\"",
					"Write small letters, digits and hyphens, starting with a letter: front-door");
		}
		var first = this.taken.putIfAbsent(id, section.at());
		if (first != null) {
			this.faults.add(section.at(), "The id " + id + " is given twice; the first is at " + first, "Give each section its own id");
		}
	}

	private void make(Element parent) {
		for (Element section : parent.elements("section")) {
			this.ids.computeIfAbsent(section, this::made);
			make(section);
		}
	}

	private String made(Element section) {
		var slug = slug(section.attributes().getOrDefault("title", ""));
		var id = slug;
		for (int next = 2; this.taken.putIfAbsent(id, section.at()) != null; next++) {
			id = slug + "-" + next;
		}
		return id;
	}

	private static String slug(String title) {
		var plain = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
		var slug = plain.replaceAll("['\u2019]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-$", "");
		return slug.isEmpty() ? "section" : slug;
	}

}
