package org.packhorse.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.packhorse.markup.MarkupReader;
import org.packhorse.markup.MarkupResult;
import org.packhorse.markup.PictureSource;

/// The authors' page says what the program does.
class AuthorsPageTests {

	private static final Path PAGE = Path.of("report-templates/README.md");

	@Test
	void pageListsEveryElementWithItsAttributes() throws IOException {
		var listed = new TreeMap<String, TreeSet<String>>();
		Pattern.compile("(?m)^\\| `<([a-z-]+)>` \\| ([^|]*)\\|").matcher(page()).results().forEach(row -> listed.put(row.group(1), names(row.group(2))));
		assertThat(listed).isEqualTo(MarkupReader.elements());
	}

	@Test
	void pageListsEveryFunction() throws IOException {
		var listed = Pattern.compile("(?m)^\\| `\\$\\{(\\w+)\\(").matcher(page()).results().map(row -> row.group(1)).toList();
		assertThat(listed).containsExactlyInAnyOrderElementsOf(Functions.all().keySet());
	}

	@Test
	void pageListsEveryKeyOfAPack() throws IOException {
		var listed = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|").matcher(page()).results().map(row -> row.group(1)).toList();
		assertThat(listed).containsExactlyInAnyOrderElementsOf(PackSettings.KEYS);
	}

	@Test
	void exampleOnThePageIsGoodAndShowsEveryElementButThePicture() throws IOException {
		var example = Pattern.compile("(?s)```\\n(<pack .*?</pack>)\\n```").matcher(page()).results().findFirst().orElseThrow().group(1);
		assertThat(new MarkupReader().read("README.md", new StringReader(example), PictureSource.NONE)).isInstanceOf(MarkupResult.Good.class);
		var shown = new TreeSet<>(Pattern.compile("<([a-z][a-z-]*)").matcher(example).results().map(start -> start.group(1)).toList());
		shown.add("picture");
		assertThat(shown).isEqualTo(MarkupReader.elements().keySet());
	}

	private static String page() throws IOException {
		return Files.readString(PAGE);
	}

	private static TreeSet<String> names(String attributes) {
		var names = new TreeSet<>(Arrays.asList(attributes.replaceAll("[\\[\\],]", " ").strip().split(" +")));
		names.remove("");
		return names;
	}

}
