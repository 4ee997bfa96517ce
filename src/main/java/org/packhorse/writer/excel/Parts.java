package org.packhorse.writer.excel;

import java.io.IOException;
import java.io.OutputStream;

import org.packhorse.writer.packing.Archive;

/// The parts of an xlsx file.
final class Parts {

	private final Archive archive;

	Parts(OutputStream out) {
		this.archive = new Archive(out);
	}

	/// What goes into one XML part.
	interface Body {

		void write(XmlOut xml) throws IOException;

	}

	/// Adds an XML part.
	void xml(String name, Body body) throws IOException {
		this.archive.add(name, part -> {
			var xml = new XmlOut(part);
			xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
			body.write(xml);
			xml.flush();
		});
	}

	/// Adds a part of bytes, such as a picture.
	void bytes(String name, byte[] bytes) throws IOException {
		this.archive.add(name, part -> part.write(bytes));
	}

	/// Ends the file; the stream below stays open.
	void finish() throws IOException {
		this.archive.finish();
	}

}
