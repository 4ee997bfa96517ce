package org.packhorse.writer.packing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Utf8Tests {

	@Test
	void wordsOfAllLengthsAndScriptsComeOut() throws IOException {
		var all = new StringBuilder();
		var out = new ByteArrayOutputStream();
		var utf8 = new Utf8(out);
		for (int length = 0; length < 400; length++) {
			for (String words : new String[] { "a".repeat(length), "é".repeat(length), "x" + "😀".repeat(length), "a".repeat(length) + "日本" }) {
				utf8.put(words);
				all.append(words);
			}
			utf8.put('\n');
			all.append('\n');
		}
		utf8.flush();
		assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(all.toString());
	}

	@Test
	void wordsLongerThanAllRoomStayInTheirPlace() throws IOException {
		var out = new ByteArrayOutputStream();
		var utf8 = new Utf8(out);
		utf8.put("before ");
		utf8.put("é".repeat(50_000));
		utf8.put("1 after", 1, 7);
		utf8.flush();
		assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("before " + "é".repeat(50_000) + " after");
	}

}
