package org.packhorse.markup;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads pack markup into the tree: one `<pack>` with facts and blocks. Every fault is named, with file and line.
public final class MarkupReader {

	/// Reads the whole markup; `file` is what positions say where an element has no `at="file:line"` of its own.
	public MarkupResult read(String file, Reader markup, PictureSource pictures) {
		var intake = new MarkupIntake(file, pictures, MarkupIntake.COLUMNS_OF_A_PAGE);
		try {
			markup.transferTo(intake);
		}
		catch (IOException fault) {
			throw new UncheckedIOException(fault);
		}
		return intake.result();
	}

	/// Every element of the vocabulary with its attributes, for the authors' page.
	public static SortedMap<String, SortedSet<String>> elements() {
		var elements = new TreeMap<String, SortedSet<String>>();
		Vocabulary.tags().forEach((name, tag) -> elements.put(name, new TreeSet<>(tag.attributes())));
		return elements;
	}

}
