package org.packhorse.writer.word;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

import org.packhorse.writer.packing.Archive;
import org.packhorse.writer.packing.Packed;

/// The package around a Word file's parts.
final class WordFile {

	static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

	private final Archive archive;

	private final Notices notices;

	WordFile(OutputStream out, Notices notices) {
		this.archive = new Archive(out);
		this.notices = notices;
	}

	/// A part of XML, which goes out while it is being written.
	void part(String name, Consumer<Xml> content) {
		entry(name, part -> {
			var xml = new Xml(part, this.notices);
			xml.raw(HEAD);
			content.accept(xml);
			xml.flush();
		});
	}

	/// A part of bytes, such as a picture.
	void part(String name, byte[] content) {
		entry(name, part -> part.write(content));
	}

	/// A part that many files share.
	void part(String name, Packed packed) {
		try {
			this.archive.add(name, packed);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void entry(String name, Archive.Content content) {
		try {
			this.archive.add(name, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Ends the file; the stream below stays open.
	void finish() throws IOException {
		this.archive.finish();
	}

}
