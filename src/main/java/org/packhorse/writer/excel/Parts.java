package org.packhorse.writer.excel;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The zip that an xlsx file is. Entries carry one fixed time, so that the same parts give the same bytes on any day.
final class Parts implements AutoCloseable {

	// Not the first second of 1980: the JDK adds a stamp in the machine's time zone to that one.
	private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

	// Level 3 deflates a third faster than the default 6 here, for files about 7 % larger.
	private static final int LEVEL = 3;

	private final ZipOutputStream zip;

	Parts(OutputStream out) {
		this.zip = new ZipOutputStream(new StaysOpen(out));
		this.zip.setLevel(LEVEL);
	}

	/// What goes into one XML part.
	interface Body {

		void write(XmlOut xml) throws IOException;

	}

	/// Adds an XML part.
	void xml(String name, Body body) throws IOException {
		open(name);
		var xml = new XmlOut(this.zip);
		xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
		body.write(xml);
		xml.flush();
		this.zip.closeEntry();
	}

	/// Adds a part of bytes, such as a picture.
	void bytes(String name, byte[] bytes) throws IOException {
		open(name);
		this.zip.write(bytes);
		this.zip.closeEntry();
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

	private void open(String name) throws IOException {
		var entry = new ZipEntry(name);
		entry.setTimeLocal(TIME);
		this.zip.putNextEntry(entry);
	}

	/// The caller's stream, which only the caller closes.
	private static final class StaysOpen extends FilterOutputStream {

		StaysOpen(OutputStream out) {
			super(out);
		}

		@Override
		public void write(byte[] bytes, int from, int length) throws IOException {
			this.out.write(bytes, from, length);
		}

		@Override
		public void close() throws IOException {
			this.out.flush();
		}

	}

}
