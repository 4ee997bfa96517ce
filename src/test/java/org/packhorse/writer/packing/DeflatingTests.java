package org.packhorse.writer.packing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeflatingTests {

	private final Deflating deflating = new Deflating();

	@Test
	void nothingComesBackAsNothing() throws IOException {
		assertThat(unpacked(packed(new byte[0]))).isEmpty();
	}

	@Test
	void everySmallSizeComesBack() throws IOException {
		for (int size = 0; size < 600; size++) {
			var words = words(new Random(size), size);
			assertThat(unpacked(packed(words))).as("%d bytes", size).isEqualTo(words);
		}
	}

	@Test
	void allKindsOfBytesComeBack() throws IOException {
		for (int seed = 0; seed < 60; seed++) {
			var random = new Random(seed);
			int size = random.nextInt(400_000);
			for (byte[] bytes : new byte[][] { words(random, size), noise(random, size), runs(random, size), mixed(random, size), new byte[size] }) {
				assertThat(unpacked(packed(bytes))).as("seed %d, %d bytes", seed, size).isEqualTo(bytes);
			}
		}
	}

	@Test
	void bytesThatComeInPiecesMakeTheSameAsBytesThatComeAtOnce() throws IOException {
		var random = new Random(5);
		var bytes = mixed(random, 500_000);
		var out = new ByteArrayOutputStream();
		this.deflating.start(out);
		for (int at = 0; at < bytes.length;) {
			int part = Math.min(bytes.length - at, random.nextInt(5000));
			this.deflating.write(bytes, at, part);
			at += part;
		}
		assertThat(this.deflating.finish()).isEqualTo(out.size());
		assertThat(out.toByteArray()).isEqualTo(packed(bytes));
	}

	@Test
	void streamBeforeLeavesNoTrace() throws IOException {
		var words = words(new Random(1), 100_000);
		var first = packed(words);
		packed(noise(new Random(2), 300_000));
		packed(words);
		assertThat(packed(words)).isEqualTo(first);
	}

	@Test
	void noiseGrowsByTheMarksOfItsBlocksAlone() throws IOException {
		assertThat(packed(noise(new Random(3), 1_000_000))).hasSizeLessThan(1_000_500);
	}

	@Test
	void wordsBecomeAsSmallAsTheJdkMakesThem() throws IOException {
		var words = words(new Random(4), 600_000);
		try (var jdk = new Deflater(3, true)) {
			jdk.setInput(words);
			jdk.finish();
			assertThat(packed(words)).hasSizeLessThan((int) (jdk.deflate(new byte[words.length]) * 1.03));
		}
	}

	/// Worked out by hand: a block of the standard's own codes with `a`, nineteen more from one byte back, and the end.
	@Test
	void shortRunIsALetterAndAReference() throws IOException {
		assertThat(HexFormat.of().formatHex(packed("aaaaaaaaaaaaaaaaaaaa".getBytes(StandardCharsets.US_ASCII)))).isEqualTo("4bc40200");
	}

	private byte[] packed(byte[] bytes) throws IOException {
		var out = new ByteArrayOutputStream();
		this.deflating.start(out);
		this.deflating.write(bytes, 0, bytes.length);
		this.deflating.finish();
		return out.toByteArray();
	}

	private static byte[] unpacked(byte[] packed) throws IOException {
		try (var in = new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true))) {
			return in.readAllBytes();
		}
	}

	private static byte[] words(Random random, int size) {
		var words = new StringBuilder();
		while (words.length() < size) {
			words.append("<w:p><w:r>").append(Integer.toString(random.nextInt(900), 36)).append(random.nextInt(4) == 0 ? "&amp; so on" : "</w:r></w:p>");
		}
		return words.substring(0, size).getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] noise(Random random, int size) {
		var bytes = new byte[size];
		random.nextBytes(bytes);
		return bytes;
	}

	private static byte[] runs(Random random, int size) {
		var bytes = new byte[size];
		for (int at = 0; at < size;) {
			int to = Math.min(size, at + 1 + random.nextInt(1000));
			Arrays.fill(bytes, at, to, (byte) random.nextInt(3));
			at = to;
		}
		return bytes;
	}

	/// Noise that comes again from everywhere up to the window's edge and beyond it.
	private static byte[] mixed(Random random, int size) {
		var bytes = noise(random, size);
		for (int at = 0; at < size;) {
			int length = Math.min(size - at, random.nextInt(300));
			int back = 1 + random.nextInt(40_000);
			for (int i = at; i < at + length && i >= back; i++) {
				bytes[i] = bytes[i - back];
			}
			at += length + random.nextInt(20);
		}
		return bytes;
	}

}
