package org.packhorse.writer.mail;

import java.util.List;

/// Lines of plain text, none longer than 76 characters but for words that must stay whole, such as addresses of pages.
final class PlainLines {

	static final int WIDTH = 76;

	private final StringBuilder text = new StringBuilder();

	private boolean gap = true;

	/// Leaves one empty line before what comes next.
	void gap() {
		if (!this.gap) {
			this.text.append('\n');
			this.gap = true;
		}
	}

	/// One line as it is.
	void line(String line) {
		this.text.append(line.stripTrailing()).append('\n');
		this.gap = false;
	}

	/// Words in as many lines as they need, each line after the first as far in as the first line's mark.
	void words(String mark, String words) {
		words(mark, " ".repeat(mark.length()), words);
	}

	/// The same with what stands before each further line.
	void words(String first, String further, String words) {
		var before = first;
		for (String line : words.split("\n", -1)) {
			for (String part : wrapped(line, WIDTH - further.length())) {
				line(before + part);
				before = further;
			}
		}
	}

	/// A heading with a rule below it.
	void heading(String words, char rule) {
		gap();
		int from = this.text.length();
		words("", words);
		int longest = this.text.substring(from).lines().mapToInt(String::length).max().orElse(0);
		line(String.valueOf(rule).repeat(longest));
		gap();
	}

	@Override
	public String toString() {
		return this.text.toString().stripTrailing() + "\n";
	}

	/// A line's words in lines no longer than the width; at least one line, which may be empty.
	static List<String> wrapped(String words, int width) {
		var lines = new java.util.ArrayList<String>();
		var line = new StringBuilder();
		for (String word : words.strip().split("[ \\t]+")) {
			if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append(line.isEmpty() ? "" : " ").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

}
