package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.writer.PackFormat;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever is changed in a published edition's folder is found and named.
class VerificationTests {

	private static final String HTML = "testingham-improvement-board-2021-06-30.html";

	private static TestDatabase database;

	private static Edition edition;

	@TempDir
	private static Path folder;

	@TempDir
	private Path elsewhere;

	private Path copy;

	@BeforeAll
	static void publish() {
		database = TestDatabases.h2();
		SmallCouncil.files(folder.resolve("tables")).into(database);
		var request = Published.request(SmallCouncil.CODE, "improvement-board", LocalDate.of(2021, 6, 30), folder.resolve("out"));
		edition = Published.make(database, Published.in(request, PackFormat.HTML)).edition();
	}

	@AfterAll
	static void close() {
		database.close();
	}

	@BeforeEach
	void copyTheFolder() {
		this.copy = this.elsewhere.resolve(edition.folder());
		TestHome.copy(edition.path(), this.copy);
	}

	@Test
	void untouchedFolderIsProved() {
		var result = verify(edition.path());
		assertThat(result.good()).isTrue();
		assertThat(result.proved()).containsExactly("2 files are what the manifest says.", "The manifest is the one on record.",
				"The stored snapshot gives the same bytes again.");
	}

	@Test
	void copyElsewhereIsProvedToo() {
		assertThat(verify(this.copy).faults()).isEmpty();
	}

	@Test
	void changedByteIsFound() throws IOException {
		var bytes = Files.readAllBytes(this.copy.resolve(HTML));
		bytes[bytes.length / 2] ^= 1;
		replace(HTML, bytes);
		assertThat(verify(this.copy).faults()).containsExactly(HTML + " is not what was published: its SHA-256 differs from the manifest's.");
	}

	@Test
	void fileTooManyIsFound() throws IOException {
		Files.writeString(this.copy.resolve("notes.txt"), "mine");
		Files.createDirectory(this.copy.resolve("more"));
		assertThat(verify(this.copy).faults()).containsExactly("more is in the folder but not in the manifest.",
				"notes.txt is in the folder but not in the manifest.");
	}

	@Test
	void missingFileIsFound() throws IOException {
		Files.delete(this.copy.resolve("pack.json"));
		assertThat(verify(this.copy).faults()).containsExactly("pack.json is in the manifest but not in the folder.");
	}

	@Test
	void linkInPlaceOfAFileIsFound() throws IOException {
		Files.move(this.copy.resolve(HTML), this.elsewhere.resolve("real.html"));
		Files.createSymbolicLink(this.copy.resolve(HTML), this.elsewhere.resolve("real.html"));
		assertThat(verify(this.copy).faults()).contains(HTML + " is in the manifest but not in the folder.");
	}

	@Test
	void changedManifestIsFound() throws IOException {
		manifest(text -> text.replace("Performance Manager", "Somebody Else"));
		assertThat(verify(this.copy).faults()).containsExactly("manifest.json is not the one on record: it was changed after publication.");
	}

	/// Who changes a file and its hash in the manifest has changed the manifest.
	@Test
	void changedFileWithAManifestToMatchIsFound() throws IOException {
		var pack = this.copy.resolve("pack.json");
		var before = Sha256.of(pack);
		replace("pack.json", Files.readString(pack).replace("\"RED\"", "\"GREEN\"").getBytes(StandardCharsets.UTF_8));
		manifest(text -> text.replace(before, hash(pack)));
		assertThat(verify(this.copy).faults()).contains("manifest.json is not the one on record: it was changed after publication.");
	}

	@Test
	void manifestThatNamesAnotherEditionIsFound() throws IOException {
		manifest(text -> text.replace("\"version\" : 1", "\"version\" : 7"));
		assertThat(verify(this.copy).faults())
			.containsExactly("manifest.json is of X99000007/improvement-board/2021-06-30/v7, but the folder is X99000007/improvement-board/2021-06-30/v1.");
	}

	@Test
	void manifestWithoutALineIsFound() throws IOException {
		manifest(text -> text.replace("\"requestedBy\" : \"Performance Manager\",", ""));
		assertThat(verify(this.copy).good()).isFalse();
	}

	@Test
	void manifestThatIsNoneIsFoundAndSaidInWords() throws IOException {
		for (String text : List.of("", "{", "[]", "null", "{\"files\": null}", "nonsense")) {
			replace("manifest.json", text.getBytes(StandardCharsets.UTF_8));
			assertThat(verify(this.copy).faults()).as(text).isNotEmpty().allMatch(fault -> fault.startsWith("manifest.json"));
		}
	}

	@Test
	void manifestThatLeadsOutOfTheFolderIsFound() throws IOException {
		manifest(text -> text.replace("\"pack.json\"", "\"../pack.json\""));
		Files.copy(this.copy.resolve("pack.json"), this.copy.getParent().resolve("pack.json"));
		assertThat(verify(this.copy).good()).isFalse();
	}

	@Test
	void folderWithoutAManifestIsNone() {
		assertThat(verify(this.elsewhere).faults()).singleElement().asString().startsWith("There is no manifest.json in ");
		assertThat(verify(this.elsewhere.resolve("nowhere")).faults()).singleElement().asString().startsWith("There is no manifest.json in ");
	}

	@Test
	void filesOfAnEditionThatOtherSoftwareMadeAreHeldAgainstEachOther() throws IOException {
		var request = Published.request(SmallCouncil.CODE, "improvement-board", LocalDate.of(2021, 5, 31), folder.resolve("other"));
		var other = Published.make(database, request).edition();
		database.sql().sql("UPDATE editions SET software = 'Packhorse 0.0.1' WHERE id = ?").param(other.number()).update();
		var deep = database.bean(DeepVerification.class).verify(other.path());
		assertThat(deep.faults()).isEmpty();
		assertThat(deep.proved()).anyMatch(sentence -> sentence.matches("It was made by Packhorse 0\\.0\\.1, this is .*: its files were compared with each other, not with its snapshot\\."))
			.anyMatch(sentence -> sentence.startsWith("Word says what HTML says: "))
			.anyMatch(sentence -> sentence.startsWith("PDF says what HTML says: "))
			.contains("Excel has no other format to be compared with.");
	}

	@Test
	void resultsThatSayOtherwiseThanTheFilesAreFoundByReading() throws IOException {
		replace("pack.json", Files.readString(this.copy.resolve("pack.json")).replace("\"RED\"", "\"GREEN\"").getBytes(StandardCharsets.UTF_8));
		assertThat(database.bean(DeepVerification.class).verify(this.copy).faults()).anyMatch(fault -> fault.matches("pack.json: sections/.*/rating: expected \"RED\", found \"GREEN\"\\."))
			.anyMatch(fault -> fault.matches("pack.json: HTML, table '.*', row '.*': it says Green where the document shows 'Red.*'\\."));
	}

	@Test
	void fileThatCannotBeReadBackIsSaidToBeSo() throws IOException {
		replace(HTML, "nonsense".getBytes(StandardCharsets.UTF_8));
		assertThat(database.bean(DeepVerification.class).verify(this.copy).faults())
			.containsExactly("HTML: the file " + HTML + " cannot be read back: the page has no main part.");
	}

	@Test
	void lookingChangesNothing() {
		var before = Published.files(edition.path());
		verify(edition.path());
		assertThat(Published.files(edition.path())).containsExactlyInAnyOrderEntriesOf(before);
	}

	private static Verification.Result verify(Path folder) {
		return database.bean(Verification.class).verify(folder);
	}

	private void manifest(UnaryOperator<String> change) throws IOException {
		var text = Files.readString(this.copy.resolve("manifest.json"));
		var changed = change.apply(text);
		assertThat(changed).isNotEqualTo(text);
		replace("manifest.json", changed.getBytes(StandardCharsets.UTF_8));
	}

	private void replace(String name, byte[] bytes) throws IOException {
		Files.delete(this.copy.resolve(name));
		Files.write(this.copy.resolve(name), bytes);
	}

	private static String hash(Path file) {
		try {
			return Sha256.of(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
