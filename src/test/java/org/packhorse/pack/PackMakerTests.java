package org.packhorse.pack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;

import static org.assertj.core.api.Assertions.assertThat;

/// An edition is made of what was frozen for it, wherever its making was interrupted.
class PackMakerTests {

	private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

	private static Path home;

	private static TestDatabase database;

	@TempDir
	private Path folder;

	private final List<Publishing.Lock> held = new ArrayList<>();

	@BeforeAll
	static void startAtHome() {
		home = TestHome.small("maker", Map.of("small", "title: Small pack\naudience: members\nformats: [html, docx]\n"));
		database = TestDatabases.h2().home(home);
	}

	@AfterAll
	static void close() {
		database.close();
		TestHome.delete(home);
	}

	@AfterEach
	void letGo() {
		this.held.forEach(Publishing.Lock::close);
	}

	@BeforeEach
	void load() {
		database.clear();
		SmallCouncil.files(this.folder.resolve("tables")).into(database);
	}

	@Test
	void makesWhatWasBegun() {
		var made = maker().make(begun("out"));
		assertThat(made.edition().published()).isTrue();
		assertThat(files(made.edition())).hasSize(3);
		assertThat(rated(made.edition())).isEqualTo(10);
		assertThat(database.bean(Verification.class).verify(made.edition().path()).faults()).isEmpty();
	}

	@Test
	void goesOnWithWhatWasFrozenWhateverHasChangedSince() {
		var undisturbed = maker().make(begun("undisturbed")).edition();
		var edition = begun("out");
		assertThat(maker().isFrozen(edition)).isFalse();
		maker().snapshot(edition);
		assertThat(maker().isFrozen(edition)).isTrue();
		SmallCouncil.correction(this.folder.resolve("correction")).into(database);
		assertThat(files(maker().goOn(edition).edition())).containsExactlyInAnyOrderEntriesOf(files(undisturbed));
	}

	@Test
	void folderThatStandsWithoutItsRecordIsPutOnRecordAndNotMadeTwice() {
		var made = maker().make(begun("out"));
		var before = Published.files(made.edition().path());
		database.sql().sql("UPDATE editions SET state = 'making', manifest_sha256 = NULL").update();
		var again = maker().goOn(database.bean(Editions.class).find(made.edition().number()));
		assertThat(again).usingRecursiveComparison().isEqualTo(made);
		assertThat(Published.files(again.edition().path())).containsExactlyInAnyOrderEntriesOf(before);
		assertThat(rated(again.edition())).isEqualTo(10);
	}

	@Test
	void whatStandsIsToldOfAsWhenItWasMade() {
		var made = maker().make(begun("out"));
		assertThat(maker().standing(made.edition())).isEqualTo(made);
	}

	@Test
	void snapshotThatIsReadBackIsTheOneThatWasFrozen() {
		var edition = begun("out");
		assertThat(maker().snapshot(edition)).isEqualTo(maker().frozen(edition));
	}

	private static PackMaker maker() {
		return database.bean(PackMaker.class);
	}

	private Edition begun(String store) {
		var request = Published.request(SmallCouncil.CODE, "small", JUNE, this.folder.resolve(store));
		this.held.add(database.bean(Publishing.class).lock(request));
		return database.bean(NewEditions.class).begin(request);
	}

	/// All but the manifest, which says when the edition was asked for.
	private static Map<String, byte[]> files(Edition edition) {
		var files = new TreeMap<>(Published.files(edition.path()));
		files.remove(EditionFolder.MANIFEST);
		return files;
	}

	private static int rated(Edition edition) {
		return database.sql()
			.sql("SELECT (SELECT COUNT(*) FROM action_assessments WHERE edition = :edition) + (SELECT COUNT(*) FROM kpi_assessments WHERE edition = :edition)")
			.param("edition", edition.number())
			.query(Integer.class)
			.single();
	}

}
