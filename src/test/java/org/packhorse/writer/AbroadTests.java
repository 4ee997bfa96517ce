package org.packhorse.writer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.packhorse.document.PackDocument;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

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
		try (var rooms = new AnnotationConfigApplicationContext("org.packhorse.writer")) {
			var writers = rooms.getBeansOfType(PackWriter.class).values();
			assertThat(writers).hasSize(4);
			var here = new ArrayList<byte[]>();
			for (PackWriter writer : writers) {
				here.add(written(writer));
			}
			TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
			for (String language : LANGUAGES) {
				Locale.setDefault(Locale.forLanguageTag(language));
				var bytes = here.iterator();
				for (PackWriter writer : writers) {
					assertThat(written(writer)).as(writer.format() + " in " + language).isEqualTo(bytes.next());
				}
			}
		}
	}

	private static byte[] written(PackWriter writer) throws IOException {
		var out = new ByteArrayOutputStream();
		for (PackDocument document : List.of(Specimen.of(10), Specimen.draft())) {
			writer.write(document, Look.plain(), out);
		}
		return out.toByteArray();
	}

}
