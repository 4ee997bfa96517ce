package org.packhorse.writer.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;

import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;
import org.packhorse.document.Cover;

/// What a file says about itself: title, marking, language, PDF/UA-1, and dates and ids that depend on the pack alone.
final class PdfMetadata {

	private static final String PRODUCER = "Packhorse";

	private PdfMetadata() {
	}

	/// Writes all of it into a writer that is not open yet.
	static void describe(PdfWriter writer, Cover cover) {
		writer.setPdfVersion(PdfWriter.VERSION_1_7);
		writer.setFullCompression();
		writer.setViewerPreferences(PdfWriter.PageModeUseOutlines);
		writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
		writer.setXmpMetadata(xmp(cover).getBytes(StandardCharsets.UTF_8));
	}

	/// Writes what only an open writer takes.
	static void identify(PdfWriter writer, Cover cover) {
		writer.getExtraCatalog().put(PdfName.LANG, PdfTags.text(cover.language()));
		var info = writer.getInfo();
		info.put(PdfName.TITLE, PdfTags.text(cover.title()));
		info.put(PdfName.AUTHOR, PdfTags.text(cover.organisation()));
		if (!cover.marking().isBlank()) {
			info.put(PdfName.KEYWORDS, PdfTags.text(cover.marking()));
		}
		info.put(PdfName.PRODUCER, PdfTags.text(PRODUCER));
		info.put(PdfName.CREATIONDATE, date(cover.asAt()));
		info.put(PdfName.MODDATE, date(cover.asAt()));
		var id = id(cover);
		info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
	}

	private static PdfDate date(LocalDate asAt) {
		return new PdfDate(GregorianCalendar.from(asAt.atStartOfDay(ZoneOffset.UTC)));
	}

	private static byte[] id(Cover cover) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(cover.toString().getBytes(StandardCharsets.UTF_8));
			return Arrays.copyOf(digest, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	private static String xmp(Cover cover) {
		var date = cover.asAt() + "T00:00:00Z";
		return """
				<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
				<x:xmpmeta xmlns:x="adobe:ns:meta/">
				<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
				<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
				 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
				<pdfuaid:part>1</pdfuaid:part>
				<dc:format>application/pdf</dc:format>
				<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
				<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
				<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
				<xmp:CreateDate>%s</xmp:CreateDate>
				<xmp:ModifyDate>%s</xmp:ModifyDate>
				<pdf:Producer>%s</pdf:Producer>%s
				</rdf:Description>
				</rdf:RDF>
				</x:xmpmeta>
				<?xpacket end="r"?>
				""".formatted(escaped(cover.title()), escaped(cover.organisation()), escaped(cover.language()), date, date, PRODUCER, keywords(cover));
	}

	private static String keywords(Cover cover) {
		return cover.marking().isBlank() ? "" : "\n<pdf:Keywords>" + escaped(cover.marking()) + "</pdf:Keywords>";
	}

	/// Characters that XML does not allow are left out; titles have no use for them.
	private static String escaped(String text) {
		return text.replaceAll("[\\x00-\\x1F]", " ").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

}
