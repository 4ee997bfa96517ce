package org.packhorse.tracker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// How a CSV file's bytes stand for letters.
///
/// @param mark length of the byte order mark at the start
/// @param said what is unusual, or blank
record CsvEncoding(Charset charset, int mark, String said) {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	/// Finds out by reading the whole file: UTF-8 unless its bytes say otherwise.
	static CsvEncoding of(Path file) throws IOException, UnreadableFile {
		var start = start(file);
		if (start.length >= 2 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe) {
			return checked(file, new CsvEncoding(StandardCharsets.UTF_16LE, 2, "UTF-16 recognised"));
		}
		if (start.length >= 2 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff) {
			return checked(file, new CsvEncoding(StandardCharsets.UTF_16BE, 2, "UTF-16 recognised"));
		}
		refuseNul(file);
		var marked = start.length == 3 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf;
		if (decodes(file, StandardCharsets.UTF_8)) {
			return new CsvEncoding(StandardCharsets.UTF_8, marked ? 3 : 0, marked ? "UTF-8 with a byte order mark" : "");
		}
		return checked(file, new CsvEncoding(WINDOWS, 0, "Windows-1252 recognised"));
	}

	private static byte[] start(Path file) throws IOException {
		try (var in = Files.newInputStream(file)) {
			return in.readNBytes(3);
		}
	}

	private static CsvEncoding checked(Path file, CsvEncoding encoding) throws IOException, UnreadableFile {
		if (decodes(file, encoding.charset())) {
			return encoding;
		}
		throw new UnreadableFile("the file's letters are neither UTF-8 nor Windows-1252", "Save it again as CSV UTF-8.");
	}

	private static void refuseNul(Path file) throws IOException, UnreadableFile {
		try (var in = Files.newInputStream(file)) {
			var buffer = new byte[1 << 16];
			var line = 1;
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				for (int i = 0; i < n; i++) {
					if (buffer[i] == 0) {
						throw new UnreadableFile(line, "the file holds a NUL byte, so it is no plain text", "Save it again as CSV UTF-8.");
					}
					line += (buffer[i] == '\n') ? 1 : 0;
				}
			}
		}
	}

	/// Whether every byte has a meaning. The JDK gives none to five bytes of Windows-1252, and so refuses them.
	private static boolean decodes(Path file, Charset charset) throws IOException {
		var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
		var bytes = ByteBuffer.allocate(1 << 16);
		var characters = CharBuffer.allocate(1 << 16);
		try (var in = Channels.newChannel(Files.newInputStream(file))) {
			while (in.read(bytes) >= 0) {
				bytes.flip();
				characters.clear();
				if (decoder.decode(bytes, characters, false).isError()) {
					return false;
				}
				bytes.compact();
			}
			bytes.flip();
			characters.clear();
			return !decoder.decode(bytes, characters, true).isError();
		}
	}

}
