package org.packhorse.writer.word;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The package around a Word file's parts: a zip whose entries stand in the order they are written and carry no clock's time.
final class WordFile {

	/// The first day a zip can name. Not its first moment: Java takes that for "too early" and adds a time in the machine's zone.
	static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

	/// Takes two fifths of the time of the default, 6, for files about a fifth larger.
	private static final int LEVEL = 3;

	private final ZipOutputStream zip;

	private final Notices notices;

	WordFile(OutputStream out, Notices notices) {
		this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		this.zip.setLevel(LEVEL);
		this.notices = notices;
	}

	/// A part of XML, which goes out while it is being written.
	void part(String name, Consumer<Xml> content) {
		entry(name, zip -> {
			var xml = new Xml(zip, this.notices);
			xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
			content.accept(xml);
			xml.flush();
		});
	}

	/// A part of bytes, such as a picture.
	void part(String name, byte[] content) {
		entry(name, zip -> zip.write(content));
	}

	private void entry(String name, Content content) {
		try {
			var entry = new ZipEntry(name);
			entry.setTimeLocal(NO_TIME);
			this.zip.putNextEntry(entry);
			content.writeTo(this.zip);
			this.zip.closeEntry();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Ends the zip; the stream below stays open.
	void finish() throws IOException {
		this.zip.finish();
		this.zip.flush();
	}

	private interface Content {

		void writeTo(OutputStream out) throws IOException;

	}

}
