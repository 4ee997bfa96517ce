package org.packhorse.tracker;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/// A workbook's table of texts, kept in a temporary file: a million different texts do not fill the memory.
final class SharedStrings implements AutoCloseable {

	private static final int REMEMBERED = 4_096;

	private static final int WORTH_REMEMBERING = 200;

	private final Path file;

	private final FileChannel channel;

	/// Where each text ends; it begins where the one before it ends.
	private long[] ends = new long[1024];

	private int count;

	private final Map<Integer, String> recent = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
			return size() > REMEMBERED;
		}
	};

	private SharedStrings(Path file) throws IOException {
		this.file = file;
		this.channel = FileChannel.open(file, StandardOpenOption.READ);
	}

	/// Copies the texts of a workbook out of its package.
	static SharedStrings of(OPCPackage workbook) throws IOException, XMLStreamException {
		var strings = new SharedStrings(Files.createTempFile("packhorse-", ".strings"));
		try {
			for (var part : workbook.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType())) {
				try (var in = part.getInputStream()) {
					strings.copy(in);
				}
			}
			return strings;
		}
		catch (IOException | XMLStreamException | RuntimeException ex) {
			strings.close();
			throw ex;
		}
	}

	private void copy(InputStream in) throws IOException, XMLStreamException {
		try (var out = new BufferedOutputStream(Files.newOutputStream(this.file), 1 << 16)) {
			var words = new StringBuilder();
			var phonetic = false;
			for (var xml = Workbook.xml(in); xml.hasNext();) {
				var event = xml.next();
				if (event == XMLStreamReader.START_ELEMENT) {
					switch (xml.getLocalName()) {
						case "si" -> words.setLength(0);
						case "rPh" -> phonetic = true;
						case "t" -> words.append(phonetic ? "" : xml.getElementText());
						default -> {
						}
					}
				}
				else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("si")) {
					var bytes = new XSSFRichTextString(words.toString()).getString().getBytes(StandardCharsets.UTF_8);
					out.write(bytes);
					add(bytes.length);
				}
				else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("rPh")) {
					phonetic = false;
				}
			}
		}
	}

	private void add(int length) {
		if (this.count == this.ends.length) {
			this.ends = Arrays.copyOf(this.ends, this.count * 2);
		}
		this.ends[this.count] = ((this.count > 0) ? this.ends[this.count - 1] : 0) + length;
		this.count++;
	}

	/// The text of that number.
	String get(int index) throws IOException, UnreadableFile {
		if (index < 0 || index >= this.count) {
			throw Workbook.damaged();
		}
		var known = this.recent.get(index);
		if (known != null) {
			return known;
		}
		var start = (index > 0) ? this.ends[index - 1] : 0;
		var bytes = ByteBuffer.allocate((int) (this.ends[index] - start));
		while (bytes.hasRemaining() && this.channel.read(bytes, start + bytes.position()) >= 0) {
			// a channel may give less than was asked for
		}
		var text = new String(bytes.array(), StandardCharsets.UTF_8);
		if (text.length() <= WORTH_REMEMBERING) {
			this.recent.put(index, text);
		}
		return text;
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
		Files.deleteIfExists(this.file);
	}

}
