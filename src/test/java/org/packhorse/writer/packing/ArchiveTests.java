package org.packhorse.writer.packing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveTests {

	@TempDir
	private Path folder;

	@Test
	void partsAreReadInTheirOrder() throws IOException {
		try (var zip = new ZipFile(Files.write(this.folder.resolve("parts.zip"), three()).toFile())) {
			assertThat(Collections.list(zip.entries())).extracting(ZipEntry::getName).containsExactly("words.xml", "styles.xml", "empty");
			assertThat(zip.getInputStream(zip.getEntry("words.xml"))).hasContent("some words");
			assertThat(zip.getInputStream(zip.getEntry("styles.xml"))).hasContent("the styles");
			assertThat(zip.getInputStream(zip.getEntry("empty"))).isEmpty();
		}
	}

	@Test
	void partsAreReadWithoutTheListAtTheEnd() throws IOException {
		try (var zip = new ZipInputStream(new ByteArrayInputStream(three()))) {
			assertThat(zip.getNextEntry().getName()).isEqualTo("words.xml");
			assertThat(zip.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("some words");
			assertThat(zip.getNextEntry().getName()).isEqualTo("styles.xml");
			assertThat(zip.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("the styles");
		}
	}

	@Test
	void partThatIsPackedBeforehandIsTheSameAsOneThatIsWritten() throws IOException {
		var words = bytes("words that many files share");
		assertThat(sizes(archive -> archive.add("a", Packed.of(words)))).isEqualTo(sizes(archive -> archive.add("a", part -> part.write(words))));
	}

	private interface Filling {

		void fill(Archive archive) throws IOException;

	}

	private String sizes(Filling filling) throws IOException {
		var file = this.folder.resolve("one.zip");
		Files.write(file, archive(filling));
		try (var zip = new ZipFile(file.toFile())) {
			var entry = zip.getEntry("a");
			return entry.getSize() + " " + entry.getCompressedSize() + " " + entry.getCrc();
		}
	}

	private static byte[] three() throws IOException {
		return archive(archive -> {
			archive.add("words.xml", part -> part.write(bytes("some words")));
			archive.add("styles.xml", Packed.of(bytes("the styles")));
			archive.add("empty", _ -> {
			});
		});
	}

	private static byte[] archive(Filling filling) throws IOException {
		var out = new ByteArrayOutputStream();
		var archive = new Archive(out);
		filling.fill(archive);
		archive.finish();
		return out.toByteArray();
	}

	private static byte[] bytes(String words) {
		return words.getBytes(StandardCharsets.UTF_8);
	}

}
