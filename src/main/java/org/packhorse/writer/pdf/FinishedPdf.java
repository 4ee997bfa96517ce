package org.packhorse.writer.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfString;
import org.packhorse.writer.PdfText;
import org.springframework.stereotype.Component;

/// Reads PDFs back by their tags, as a screen reader does, and then whatever else they hold in words.
@Component
class FinishedPdf implements PdfText {

	private static final List<String> ROWS = List.of("TR", "LI", "TOCI");

	private static final List<String> WORDED_STREAMS = List.of("Metadata", "EmbeddedFile");

	@Override
	public List<String> lines(Path file) {
		try (var reader = new PdfReader(Files.readAllBytes(file))) {
			return new Reading(reader).lines();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Reading {

		private final PdfReader reader;

		private final PageWords words;

		private final List<String> lines = new ArrayList<>();

		Reading(PdfReader reader) throws IOException {
			this.reader = reader;
			this.words = new PageWords(reader);
		}

		List<String> lines() throws IOException {
			var tags = this.reader.getCatalog().getAsDict(PdfName.STRUCTTREEROOT);
			if (tags != null) {
				said(tags, PdfReader.getPdfObject(tags.get(PdfName.K)), tags);
			}
			this.lines.addAll(this.words.left());
			for (int number = 0; number < this.reader.getXrefSize(); number++) {
				strings(this.reader.getPdfObject(number), true);
			}
			strings(this.reader.getTrailer(), true);
			return this.lines;
		}

		/// The words below a tag; a row or paragraph becomes a line when it ends.
		private String said(PdfDictionary owner, PdfObject kids, PdfDictionary page) {
			return switch (kids) {
				case PdfArray array -> {
					var all = new StringBuilder();
					for (PdfObject kid : array.getElements()) {
						all.append(said(owner, PdfReader.getPdfObject(kid), page));
					}
					yield all.toString();
				}
				case PdfNumber number -> words(owner, number);
				case PdfDictionary kid when kid.contains(PdfName.MCID) -> words(kid.contains(PdfName.PG) ? kid : owner, kid.getAsNumber(PdfName.MCID));
				case PdfDictionary kid when kid.contains(PdfName.S) -> element(kid);
				case null, default -> "";
			};
		}

		private String element(PdfDictionary tag) {
			var said = said(tag, PdfReader.getPdfObject(tag.get(PdfName.K)), tag);
			var kind = tag.getAsName(PdfName.S).toString().substring(1);
			boolean cell = kind.equals("TD") || kind.equals("TH");
			boolean line = ROWS.contains(kind) || !cell && tag.get(PdfName.K) != null && kind.matches("P|H\\d?|Caption|Figure");
			if (line && !said.isBlank()) {
				this.lines.add(said.strip());
			}
			return cell ? " | " + said : said + (line ? " " : "");
		}

		private String words(PdfDictionary owner, PdfNumber number) {
			var page = owner.getAsIndirectObject(PdfName.PG);
			return page == null ? "" : this.words.of(page.getNumber(), number.intValue());
		}

		/// Every string of an object and of what stands directly in it; indirect objects come by themselves.
		private void strings(PdfObject object, boolean whole) throws IOException {
			switch (object) {
				case PRStream stream when isWorded(stream) -> {
					dictionary(stream);
					new String(PdfReader.getStreamBytes(stream), StandardCharsets.UTF_8).lines().forEach(this.lines::add);
				}
				case PdfDictionary dictionary -> dictionary(dictionary);
				case PdfArray array -> {
					for (PdfObject item : array.getElements()) {
						strings(item, false);
					}
				}
				case PdfString string when !string.toUnicodeString().isBlank() -> this.lines.add(string.toUnicodeString());
				case null, default -> {
					// Numbers, names and references say nothing of their own.
				}
			}
		}

		private void dictionary(PdfDictionary dictionary) throws IOException {
			for (PdfName key : dictionary.getKeys()) {
				if (!key.equals(PdfName.ID)) {
					strings(dictionary.get(key), false);
				}
			}
		}

		private static boolean isWorded(PdfDictionary stream) {
			var type = stream.getAsName(PdfName.TYPE);
			return type != null && WORDED_STREAMS.contains(type.toString().substring(1));
		}

	}

}
