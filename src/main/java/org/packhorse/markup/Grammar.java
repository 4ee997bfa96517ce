package org.packhorse.markup;

import java.util.TreeSet;

import org.packhorse.markup.Node.Element;
import org.packhorse.markup.Vocabulary.Tag;

/// Holds markup against the vocabulary: names, attributes, nesting, and words where none may stand.
final class Grammar {

	private final Faults faults;

	Grammar(Faults faults) {
		this.faults = faults;
	}

	/// Checks the whole pack from its root.
	void check(Element root) {
		if (root.name().equals("pack")) {
			checkKnown(root, Vocabulary.tags().get("pack"));
		}
		else {
			this.faults.add(root.at(), "The markup starts with <" + root.name() + ">", "Put everything in one <pack> element");
		}
	}

	private void checkKnown(Element element, Tag tag) {
		checkAttributes(element, tag);
		checkWords(element, tag);
		element.elements().forEach(child -> checkChild(child, tag));
	}

	private void checkChild(Element child, Tag parent) {
		var tag = Vocabulary.tags().get(child.name());
		if (tag == null) {
			this.faults.add(child.at(), "<" + child.name() + "> is not an element of pack markup",
					Vocabulary.remedy(child.name(), parent.children().isEmpty() ? Vocabulary.tags().keySet() : parent.children()));
			return;
		}
		if (!parent.children().contains(child.name())) {
			this.faults.add(child.at(), "<" + child.name() + "> may not stand straight in <" + parent.name() + ">", remedy(child, parent));
		}
		checkKnown(child, tag);
	}

	private static String remedy(Element child, Tag parent) {
		var homes = Vocabulary.homes(child.name());
		if (!homes.isEmpty()) {
			return "It belongs in " + homes;
		}
		return parent.children().isEmpty() ? "<" + parent.name() + "> holds no elements" : "It may only be the outermost element";
	}

	private void checkAttributes(Element element, Tag tag) {
		if (element.attributes().keySet().containsAll(tag.required()) && tag.attributes().containsAll(element.attributes().keySet())) {
			return;
		}
		var missing = new TreeSet<>(tag.required());
		missing.removeAll(element.attributes().keySet());
		missing.forEach(name -> this.faults.add(element.at(), "<" + tag.name() + "> has no " + name,
				"Write <" + tag.name() + " " + name + "=\"…\">"));
		var unknown = new TreeSet<>(element.attributes().keySet());
		unknown.removeAll(tag.attributes());
		unknown.forEach(name -> this.faults.add(element.at(), "<" + tag.name() + "> knows no attribute " + name,
				NearestName.among(tag.attributes()).remedy(name)));
	}

	private void checkWords(Element element, Tag tag) {
		var words = tag.words() ? "" : element.words().strip();
		if (!words.isEmpty()) {
			this.faults.add(element.at(), "Words stand straight in <" + tag.name() + ">: \"" + start(words) + "\"",
					tag.children().contains("paragraph") ? "Put them in a <paragraph>"
							: tag.children().isEmpty() ? "Take them out; <" + tag.name() + "> holds no words"
									: "Take them out or put them in " + String.join(", ", tag.children()));
		}
	}

	private static String start(String words) {
		var line = words.lines().findFirst().orElse("").strip();
		return line.length() > 40 ? line.substring(0, 40) + "…" : line;
	}

}
