package org.packhorse.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Goes through the text of a template before FreeMarker parses it: writes the file and line into each element's start
/// tag, as `at="pack/document.ftlx:12"`, and refuses what templates may not use.
///
/// Lines stay where they are, so FreeMarker's own messages name the author's lines too. Elements that a macro writes
/// carry the macro's lines.
final class FtlxSource {

	private static final Set<String> DIRECTIVES = Set.of("ftl", "setting", "outputformat", "noautoesc", "attempt", "transform");

	private static final Set<String> BUILT_INS = Set.of("new", "api", "hasapi", "eval", "evaljson", "interpret", "noesc", "leftpad",
			"rightpad");

	private static final Pattern BUILT_IN = Pattern.compile("\\?\\s*([A-Za-z_]+)");

	private static final Pattern NOW = Pattern.compile("(?<![\\w)\\]])\\.\\s*now\\b");

	private final String file;

	private final String source;

	private final StringBuilder out = new StringBuilder();

	private final List<TemplateProblem> problems = new ArrayList<>();

	private int i;

	private int line = 1;

	FtlxSource(String file, String source) {
		this.file = file;
		this.source = source;
		scan();
	}

	/// The text with lines written into it.
	String text() {
		return this.out.toString();
	}

	/// What templates may not use and this one does.
	List<TemplateProblem> problems() {
		return this.problems;
	}

	private void scan() {
		while (this.i < this.source.length()) {
			if (at("<#--")) {
				copyPast("-->");
			}
			else if (at("<#noparse>")) {
				copyPast("</#noparse>");
			}
			else if (at("<#") || at("<@") || at("</#") || at("</@")) {
				tag();
			}
			else if (at("${")) {
				interpolation();
			}
			else if (at("<![CDATA[") || at("<!DOCTYPE")) {
				refuse("<!… (CDATA or DOCTYPE)", "Write words as they are; they are escaped by themselves");
				copy(2);
			}
			else if (this.source.charAt(this.i) == '<' && isLetter(this.i + 1)) {
				element();
			}
			else {
				copy(1);
			}
		}
	}

	private void element() {
		int end = this.i + 1;
		while (isLetter(end) || end < this.source.length() && "-0123456789".indexOf(this.source.charAt(end)) >= 0) {
			end++;
		}
		copy(end - this.i);
		this.out.append(" at=\"").append(this.file).append(':').append(this.line).append('"');
	}

	private void tag() {
		int start = this.i;
		copy(this.source.charAt(this.i + 1) == '/' ? 3 : 2);
		int name = this.i;
		while (isLetter(this.i) || at("_")) {
			copy(1);
		}
		var directive = this.source.substring(name, this.i).replace("_", "").toLowerCase(Locale.ROOT);
		if (this.source.startsWith("<#", start) && DIRECTIVES.contains(directive)) {
			refuse("<#" + directive + ">", directive.equals("attempt") ? "Test with <#if value??> instead, so that no fault goes unseen"
					: "Take it out; it is fixed for all packs");
		}
		expression('>');
	}

	private void interpolation() {
		copy(2);
		expression('}');
	}

	/// Copies an expression with its end, and looks at it without the words of its strings and comments.
	private void expression(char end) {
		int line = this.line;
		var code = new StringBuilder();
		copyCode(end, code);
		BUILT_IN.matcher(code)
			.results()
			.map(found -> found.group(1))
			.filter(name -> BUILT_INS.contains(name.replace("_", "").toLowerCase(Locale.ROOT)))
			.forEach(name -> refuse(line, "?" + name, "Take it out; templates only print what the pack gives them"));
		if (NOW.matcher(code).find()) {
			refuse(line, ".now", "Write ${day(asAt)}: the only date of a pack is its as-at date");
		}
	}

	private void copyCode(char end, StringBuilder code) {
		int nested = 0;
		while (this.i < this.source.length()) {
			char next = this.source.charAt(this.i);
			if (next == end && nested == 0) {
				copy(1);
				return;
			}
			if (at("<#--")) {
				copyPast("-->");
			}
			else if (next == '"' || next == '\'') {
				string(next, this.i > 0 && this.source.charAt(this.i - 1) == 'r' && !isLetter(this.i - 2), code);
			}
			else {
				nested += "([{".indexOf(next) >= 0 ? 1 : ")]}".indexOf(next) >= 0 ? -1 : 0;
				code.append(next);
				copy(1);
			}
		}
	}

	private void string(char quote, boolean raw, StringBuilder code) {
		copy(1);
		while (this.i < this.source.length() && this.source.charAt(this.i) != quote) {
			if (!raw && at("${")) {
				copy(2);
				code.append(' ');
				copyCode('}', code);
			}
			else {
				copy(!raw && at("\\") ? 2 : 1);
			}
		}
		copy(1);
		code.append(" \"\" ");
	}

	private boolean at(String text) {
		return this.source.startsWith(text, this.i);
	}

	private boolean isLetter(int index) {
		return index >= 0 && index < this.source.length() && Character.isLetter(this.source.charAt(index));
	}

	private void copy(int length) {
		int end = Math.min(this.source.length(), this.i + length);
		this.out.append(this.source, this.i, end);
		for (; this.i < end; this.i++) {
			if (this.source.charAt(this.i) == '\n') {
				this.line++;
			}
		}
	}

	private void copyPast(String text) {
		int found = this.source.indexOf(text, this.i);
		copy(found < 0 ? this.source.length() - this.i : found + text.length() - this.i);
	}

	private void refuse(String what, String remedy) {
		refuse(this.line, what, remedy);
	}

	private void refuse(int line, String what, String remedy) {
		this.problems.add(new TemplateProblem(this.file, line, "Templates may not use " + what, remedy));
	}

}
