package org.packhorse.writer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.ExamplePack;
import org.packhorse.Published;
import org.packhorse.document.PackDocument;

import static org.assertj.core.api.Assertions.assertThat;

/// Word and Excel open what is written without offering to repair it, as far as that can be known without them.
class OfficeFileTests {

	@TestFactory
	Stream<DynamicTest> filesNeedNoRepair() {
		return Stream.of(PackFormat.DOCX, PackFormat.XLSX)
			.flatMap(format -> Stream.of(test("specimen", format, Specimen.of(40)), test("draft", format, Specimen.draft()),
					test("specimen of no rows", format, Specimen.of(0)),
					test("specimen of one row", format, Specimen.of(1)), test("specimen of 400 rows", format, Specimen.of(400)),
					DynamicTest.dynamicTest("board." + format.ending(),
							() -> assertThat(OfficeFile.faults(Published.file(ExamplePack.made().edition(), format))).isEmpty())));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			DOCX | word/document.xml | w:id="1" | w:id="2" | two bookmarks have one number
			DOCX | word/document.xml | <w:tblGrid><w:gridCol w:w=" | <w:tblGrid><w:gridCol w:w="9 | do not fill
			DOCX | word/document.xml | <w:pStyle w:val="Caption"/> | <w:pStyle w:val="Nowhere"/> | no style has the id Nowhere
			DOCX | word/document.xml | <w:pPr><w:pStyle | <w:pPr><w:keepNext/><w:pStyle | word/document.xml: Expected elements
			DOCX | word/document.xml | r:id="rId | r:id="none | which is no relation
			DOCX | word/_rels/document.xml.rels | Target="styles.xml" | Target="style.xml" | leads to style.xml, which is not there
			DOCX | [Content_Types].xml | PartName="/word/styles.xml" | PartName="/word/style.xml" | word/styles.xml: has only the kind of its ending
			XLSX | xl/worksheets/sheet1.xml | <row r="2" | <row r="1" | is out of order
			XLSX | xl/workbook.xml | name="Contents" | name="Con/tents" | is no name for a sheet
			XLSX | xl/sharedStrings.xml | count=" | count="9 | used
			XLSX | xl/tables/table1.xml | id="1" | id="2" | has another table's number
			XLSX | xl/tables/table1.xml | <tableColumn id="1" name=" | <tableColumn id="1" name="Other | have the headings
			XLSX | xl/worksheets/sheet3.xml | " s=" | " s="999 | has no style
			""")
	void whatNeedsRepairIsFound(PackFormat format, String part, String words, String instead, String fault) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var in = new ZipInputStream(new ByteArrayInputStream(written(format, Specimen.of(3)))); var zip = new ZipOutputStream(out)) {
			for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				var bytes = in.readAllBytes();
				if (entry.getName().equals(part)) {
					var text = new String(bytes, StandardCharsets.UTF_8);
					assertThat(text).contains(words);
					bytes = text.replaceFirst(Pattern.quote(words), instead).getBytes(StandardCharsets.UTF_8);
				}
				zip.putNextEntry(new ZipEntry(entry.getName()));
				zip.write(bytes);
			}
		}
		assertThat(OfficeFile.faults(out.toByteArray())).anySatisfy(found -> assertThat(found).contains(fault));
	}

	private static DynamicTest test(String name, PackFormat format, PackDocument document) {
		return DynamicTest.dynamicTest(name + "." + format.ending(), () -> assertThat(OfficeFile.faults(written(format, document))).isEmpty());
	}

	/// The pack in a format, as the program writes it.
	static byte[] written(PackFormat format, PackDocument document) {
		try (var out = new ByteArrayOutputStream()) {
			Writers.of(format).write(document, Look.plain(), out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
