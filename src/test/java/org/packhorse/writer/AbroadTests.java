package org.packhorse.writer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.packhorse.document.PackDocument;

import static org.assertj.core.api.Assertions.assertThat;

/// Every format's bytes are the same on a machine of another language and zone.
@Isolated("it changes the language and the zone of the JVM")
class AbroadTests {

	/// Turkish has its own small i, Arabic its own digits, Thailand its own years.
	private static final List<String> LANGUAGES = List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist");

	private final TimeZone zone = TimeZone.getDefault();

	private final Locale language = Locale.getDefault();

	@AfterEach
	void backHome() {
		TimeZone.setDefault(this.zone);
		Locale.setDefault(this.language);
	}

	@Test
	void theSameTreeGivesTheSameBytes() throws IOException {
		var here = new EnumMap<PackFormat, byte[]>(PackFormat.class);
		for (PackFormat format : PackFormat.values()) {
			here.put(format, written(format));
		}
		TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
		for (String language : LANGUAGES) {
			Locale.setDefault(Locale.forLanguageTag(language));
			for (PackFormat format : PackFormat.values()) {
				assertThat(written(format)).as(format + " in " + language).isEqualTo(here.get(format));
			}
		}
	}

	private static byte[] written(PackFormat format) throws IOException {
		var out = new ByteArrayOutputStream();
		for (PackDocument document : List.of(Specimen.of(10), Specimen.draft())) {
			Writers.of(format).write(document, Look.plain(), out);
		}
		return out.toByteArray();
	}

}
