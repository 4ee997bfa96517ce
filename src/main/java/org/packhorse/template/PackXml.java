package org.packhorse.template;

import java.io.IOException;
import java.io.Writer;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.StringUtil;

/// Escapes what data bring into pack markup, so that no word of theirs can be read as markup.
///
/// XML has no way to write most control characters. The ones that only part words or lines (Word's line break is U+000B)
/// become a space; any other is a fault of the data, because nobody can know what was meant.
final class PackXml extends CommonMarkupOutputFormat<PackXml.Output> {

	static final PackXml FORMAT = new PackXml();

	private PackXml() {
	}

	@Override
	public String getName() {
		return "pack markup";
	}

	@Override
	public String getMimeType() {
		return "application/xml";
	}

	@Override
	public void output(String words, Writer out) throws IOException, TemplateModelException {
		if (isPlain(words)) {
			out.write(words);
		}
		else {
			StringUtil.XMLEnc(cleaned(words), out);
		}
	}

	@Override
	public String escapePlainText(String words) throws TemplateModelException {
		return isPlain(words) ? words : StringUtil.XMLEnc(cleaned(words));
	}

	@Override
	public boolean isLegacyBuiltInBypassed(String name) {
		return name.equals("xml");
	}

	@Override
	protected Output newTemplateMarkupOutputModel(String words, String markup) {
		return new Output(words, markup);
	}

	/// Most words have nothing to escape or clean, and looking is much cheaper than doing it.
	private static boolean isPlain(String words) {
		for (int i = 0; i < words.length(); i++) {
			char letter = words.charAt(i);
			if (letter < 0x20 || letter == '<' || letter == '>' || letter == '&' || letter == '"' || letter == '\'' || letter >= 0x7F && letter < 0xA0
					|| letter >= 0xD800) {
				return false;
			}
		}
		return true;
	}

	private static String cleaned(String words) throws TemplateModelException {
		var clean = new StringBuilder(words.length());
		for (int letter : words.codePoints().toArray()) {
			clean.appendCodePoint(letter == 0x0B || letter == 0x0C || letter == 0x85 ? ' ' : allowed(letter, words));
		}
		return clean.toString();
	}

	private static int allowed(int letter, String words) throws TemplateModelException {
		boolean control = letter < 0x20 && letter != '\t' && letter != '\n' && letter != '\r' || letter >= 0x7F && letter < 0xA0;
		boolean noCharacter = letter >= 0xD800 && letter < 0xE000 || letter == 0xFFFE || letter == 0xFFFF;
		if (control || noCharacter) {
			throw new ModelFault("The data hold a control character (U+%04X) in \"%s\"".formatted(letter, start(words)),
					"Take the character out of the table that the words come from, and load it again");
		}
		return letter;
	}

	private static String start(String words) {
		var visible = words.replaceAll("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF]", "\u00B7");
		return visible.length() > 60 ? visible.substring(0, 60) + "…" : visible;
	}

	/// Markup that a template has put together, such as the nested content of a macro.
	static final class Output extends CommonTemplateMarkupOutputModel<Output> {

		private Output(String words, String markup) {
			super(words, markup);
		}

		@Override
		public PackXml getOutputFormat() {
			return FORMAT;
		}

	}

}
