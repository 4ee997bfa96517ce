package org.packhorse.markup;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.packhorse.markup.Vocabulary.Tag;

/// Holds markup against the vocabulary: names, attributes, nesting, and words where none may stand. What it finds stands in
/// the template itself, so its faults are sure.
final class Grammar {

	private final Faults faults;

	/// The attributes that were last found good: a template writes the same ones again and again.
	private final Map<Tag, List<String>> good = new IdentityHashMap<>();

	Grammar(Faults faults) {
		this.faults = faults;
	}

	/// Looks at the outermost element.
	void root(Opened root) {
		if (root.name().equals("pack")) {
			know(root, Vocabulary.tag("pack"));
		}
		else {
			this.faults.sure(root.at(), "The markup starts with <" + root.name() + ">", "Put everything in one <pack> element");
		}
	}

	/// Looks at an element when it opens in another.
	void child(Opened child, Opened parent) {
		if (!parent.isKnown()) {
			return;
		}
		var tag = Vocabulary.tag(child.name());
		if (tag == null) {
			parent.spoil();
			this.faults.sure(child.at(), "<" + child.name() + "> is not an element of pack markup", Vocabulary.remedy(child.name(),
					parent.tag().children().isEmpty() ? Vocabulary.tags().keySet() : parent.tag().children()));
			return;
		}
		if (!parent.tag().children().contains(child.name())) {
			parent.spoil();
			child.misplace();
			this.faults.sure(child.at(), "<" + child.name() + "> may not stand straight in <" + parent.name() + ">",
					remedy(child, parent.tag()));
		}
		know(child, tag);
	}

	/// Looks at an element when it closes.
	void words(Opened element) {
		if (!element.stray().isEmpty()) {
			var tag = element.tag();
			this.faults.sure(element.at(), "Words stand straight in <" + tag.name() + ">: \"" + element.stray() + "\"",
					tag.children().contains("paragraph") ? "Put them in a <paragraph>"
							: tag.children().isEmpty() ? "Take them out; <" + tag.name() + "> holds no words"
									: "Take them out or put them in " + String.join(", ", tag.children()));
		}
	}

	private static String remedy(Opened child, Tag parent) {
		var homes = Vocabulary.homes(child.name());
		if (!homes.isEmpty()) {
			return "It belongs in " + homes;
		}
		return parent.children().isEmpty() ? "<" + parent.name() + "> holds no elements" : "It may only be the outermost element";
	}

	private void know(Opened element, Tag tag) {
		element.know(tag);
		var names = element.attributes().names();
		if (names.equals(this.good.get(tag))) {
			return;
		}
		int before = this.faults.count();
		for (String name : tag.required()) {
			if (!names.contains(name)) {
				this.faults.sure(element.at(), "<" + tag.name() + "> has no " + name, "Write <" + tag.name() + " " + name + "=\"…\">");
			}
		}
		for (String name : names) {
			if (!tag.attributes().contains(name)) {
				this.faults.sure(element.at(), "<" + tag.name() + "> knows no attribute " + name,
						NearestName.among(tag.attributes()).remedy(name));
			}
		}
		if (this.faults.count() == before) {
			this.good.put(tag, List.copyOf(names));
		}
	}

}
