package org.packhorse.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackReader;
import org.packhorse.writer.PackWriter;
import org.packhorse.writer.Projection;
import org.packhorse.writer.Specimen;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever the tree can hold is read back from every format as the tree has it.
class ReadBackTests {

	private static TestDatabase database;

	@BeforeAll
	static void open() {
		database = TestDatabases.h2();
	}

	@AfterAll
	static void close() {
		database.close();
	}

	@ParameterizedTest
	@EnumSource
	void specimenIsReadBackAsTheTreeHasIt(PackFormat format) throws IOException {
		assertThat(differences(format, Specimen.of(12))).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void draftIsReadBackAsTheTreeHasIt(PackFormat format) throws IOException {
		assertThat(differences(format, Specimen.draft())).isEmpty();
	}

	private static List<String> differences(PackFormat format, PackDocument document) throws IOException {
		var file = new ByteArrayOutputStream();
		database.beans(PackWriter.class).stream().filter(it -> it.format() == format).findFirst().orElseThrow().write(document, Look.plain(), file);
		var reader = database.beans(PackReader.class).stream().filter(it -> it.format() == format).findFirst().orElseThrow();
		var found = reader.read(new ByteArrayInputStream(file.toByteArray()));
		return Comparison.of(format.title(), reader.shown(Projection.of(document, Look.plain())), found).sentences();
	}

}
