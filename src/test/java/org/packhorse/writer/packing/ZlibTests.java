package org.packhorse.writer.packing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ZlibTests {

	private final byte[] content = content();

	@Test
	void jdkUnpacksWhatIsPacked() throws IOException {
		try (var in = new InflaterInputStream(new ByteArrayInputStream(new Zlib().packed(this.content)))) {
			assertThat(in.readAllBytes()).isEqualTo(this.content);
		}
	}

	@Test
	void contentThatTheJdkStoresIsFound() throws IOException {
		assertThat(Zlib.stored(jdk(this.content, 0))).isEqualTo(this.content);
		assertThat(Zlib.stored(jdk(new byte[0], 0))).isEmpty();
	}

	@Test
	void contentThatIsPackedOrCutOffIsLeft() throws IOException {
		byte[] stored = jdk(this.content, 0);
		assertThat(Zlib.stored(jdk(new byte[1000], 1))).isNull();
		assertThat(Zlib.stored(jdk(new byte[1000], 6))).isNull();
		assertThat(Zlib.stored(Arrays.copyOf(stored, stored.length - 1))).isNull();
		assertThat(Zlib.stored(this.content)).isNull();
		assertThat(Zlib.stored(new byte[0])).isNull();
	}

	private static byte[] jdk(byte[] content, int level) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var deflater = new Deflater(level); var packed = new DeflaterOutputStream(out, deflater)) {
			packed.write(content);
		}
		return out.toByteArray();
	}

	/// More than one stored block holds.
	private static byte[] content() {
		var content = new byte[150_000];
		new Random(1).nextBytes(content);
		return content;
	}

}
