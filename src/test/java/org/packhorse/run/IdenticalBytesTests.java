package org.packhorse.run;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.ExamplePack;
import org.packhorse.OtherProcess;
import org.packhorse.Published;
import org.packhorse.pack.Edition;
import org.packhorse.pack.PackMaker;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Publishing;

import static org.assertj.core.api.Assertions.assertThat;

/// The same snapshot gives the same bytes in every file, wherever and whenever it is made again.
@Isolated("it changes the language and the zone of the JVM")
class IdenticalBytesTests {

	private final TimeZone zone = TimeZone.getDefault();

	private final Locale locale = Locale.getDefault();

	@TempDir
	private Path folder;

	@AfterEach
	void backHome() {
		TimeZone.setDefault(this.zone);
		Locale.setDefault(this.locale);
	}

	@ParameterizedTest
	@CsvSource({ "Pacific/Kiritimati, tr-TR", "America/Adak, hi-IN" })
	void anotherFolderZoneAndLanguageGiveTheSameBytes(String zone, String language) {
		var edition = ExamplePack.made().edition();
		TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
		Locale.setDefault(Locale.forLanguageTag(language));
		same(again(edition), edition);
	}

	@Test
	void anotherMachineAndDatabaseGiveTheSameBytes() throws Exception {
		var ended = OtherProcess.packhorse(List.of("-Duser.timezone=Asia/Kathmandu", "-Duser.language=ar", "-Duser.country=EG",
				"-Duser.extensions=u-nu-arab", "-Dfile.encoding=ISO-8859-1", "-Dline.separator=\r\n"), "demo", "--out", this.folder.toString());
		assertThat(ended.exitCode()).as(ended.err()).isZero();
		var edition = ExamplePack.made().edition();
		same(Published.files(this.folder.resolve(edition.folder())), edition);
	}

	private static void same(Map<String, byte[]> again, Edition edition) {
		var first = Published.files(edition.path());
		first.remove("manifest.json");
		again.remove("manifest.json");
		assertThat(again).containsOnlyKeys(first.keySet()).hasSize(5).containsKey("pack.json");
		assertThat(first.keySet()).as("files with other bytes").allMatch(name -> Arrays.equals(first.get(name), again.get(name)));
	}

	/// The files of the edition's snapshot, made aside in a store elsewhere, asked for a day later by somebody else.
	private Map<String, byte[]> again(Edition edition) {
		var maker = ExamplePack.made().database().bean(PackMaker.class);
		var asked = edition.request();
		var elsewhere = new PackRequest(asked.authority(), asked.pack(), asked.asAt(), asked.formats(), asked.house(), asked.draft(), asked.deepDive(), this.folder,
				"Somebody else");
		var moved = new Edition(edition.number(), elsewhere, edition.version(), false, edition.folder(), edition.requestedAt().plusSeconds(86_400),
				null, null, null);
		var disclosed = maker.disclosed(edition);
		try (var lock = ExamplePack.made().database().bean(Publishing.class).lock(elsewhere)) {
			maker.render(moved, disclosed, maker.assess(disclosed));
			return Published.files(this.folder.resolve(".making").resolve(edition.folder().replace('/', '_') + "." + lock.fence()));
		}
	}

}
