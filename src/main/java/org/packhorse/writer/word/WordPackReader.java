package org.packhorse.writer.word;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackReader;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.springframework.stereotype.Component;

/// Reads a Word file back by its paragraphs' styles, with the numbers that Word prints and the colours of the styles.
@Component
class WordPackReader implements PackReader {

	/// Twenty-six letters and aa), which Word and the tree count alike.
	private static final String LETTERS_APART = "a[b-z]\\)";

	private static final int DEEPEST_HEADING = 6;

	@Override
	public PackFormat format() {
		return PackFormat.DOCX;
	}

	@Override
	public ReadBack read(InputStream file) throws IOException {
		var parts = new HashMap<String, byte[]>();
		try (var zip = new ZipInputStream(file)) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts.put(entry.getName(), zip.readAllBytes());
			}
		}
		return read(parts);
	}

	private static ReadBack read(Map<String, byte[]> parts) throws IOException {
		for (String name : new String[] { "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header.xml", "word/_rels/document.xml.rels",
				"docProps/core.xml" }) {
			if (!parts.containsKey(name)) {
				throw new IOException("the file has no part " + name);
			}
		}
		return new WordReading(parts).whole();
	}

	/// Below six levels of headings there are none, and Word counts letters in its own way after aa).
	@Override
	public ReadBack shown(ReadBack whole) {
		return new ReadBack(whole.front().placed(), whole.parts().stream().map(WordPackReader::shown).toList());
	}

	private static Part shown(Part part) {
		return switch (part) {
			case Part.Heading heading -> new Part.Heading(Math.min(heading.level(), DEEPEST_HEADING), heading.words());
			case Part.Item item when item.mark().matches(LETTERS_APART) -> new Part.Item(repeated(item.mark()), item.words());
			case Part.Resumed _, Part.Item _, Part.Table _, Part.Paragraph _, Part.Figures _, Part.Chart _, Part.Picture _, Part.Callout _ -> part;
		};
	}

	/// What the tree calls ab) is bb) in Word.
	private static String repeated(String mark) {
		return mark.substring(1, 2) + mark.substring(1);
	}

}
