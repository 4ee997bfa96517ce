package org.packhorse.markup;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

import org.packhorse.document.Cover;
import org.packhorse.document.PackDocument;
import org.packhorse.markup.Node.Element;

/// Reads pack markup into the tree: one `<pack>` with facts and blocks. Every fault is named, with file and line.
public final class MarkupReader {

	/// Reads the whole markup; `file` is what positions say where an element has no `at="file:line"` of its own.
	public MarkupResult read(String file, Reader markup, PictureSource pictures) {
		var faults = new Faults();
		try {
			var root = new NodeReader(file, faults).read(markup);
			return root == null ? new MarkupResult.Faulty(faults.problems()) : understood(root, pictures, faults);
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
	}

	/// Every element of the vocabulary with its attributes, for the authors' page.
	public static SortedMap<String, SortedSet<String>> elements() {
		var elements = new TreeMap<String, SortedSet<String>>();
		Vocabulary.tags().forEach((name, tag) -> elements.put(name, tag.attributes()));
		return elements;
	}

	private static MarkupResult understood(Element pack, PictureSource pictures, Faults faults) {
		new Grammar(faults).check(pack);
		var cover = cover(pack, faults);
		var blocks = new BlockReader(faults, pictures, new SectionIds(pack, faults)).blocks(pack, cover.numbered());
		return faults.none() ? new MarkupResult.Good(new PackDocument(cover, blocks)) : new MarkupResult.Faulty(faults.problems());
	}

	private static Cover cover(Element pack, Faults faults) {
		var attributes = new Attributes(pack, faults);
		return new Cover(notBlank(pack, attributes, faults, "title", "?"), attributes.words("subtitle", ""),
				attributes.words("organisation", ""), notBlank(pack, attributes, faults, "language", "en-GB"),
				attributes.words("marking", ""), asAt(pack, attributes, faults), attributes.yes("draft", false),
				attributes.yes("numbered", false), facts(pack, faults));
	}

	private static String notBlank(Element pack, Attributes attributes, Faults faults, String name, String otherwise) {
		var words = attributes.words(name, otherwise);
		if (words.isEmpty()) {
			faults.add(pack.at(), "<pack> has a blank " + name, "Fill it in");
		}
		return words.isEmpty() ? otherwise : words;
	}

	private static LocalDate asAt(Element pack, Attributes attributes, Faults faults) {
		if (attributes.words("as-at", "-").isEmpty()) {
			faults.add(pack.at(), "<pack> has a blank as-at", "Write the day as 2021-03-31");
		}
		var day = attributes.day("as-at");
		return day == null ? LocalDate.EPOCH : day;
	}

	private static List<Cover.Fact> facts(Element pack, Faults faults) {
		return pack.elements("fact")
			.stream()
			.map(fact -> new Cover.Fact(new Attributes(fact, faults).words("label"), Prose.collapse(fact.words()).strip()))
			.toList();
	}

}
