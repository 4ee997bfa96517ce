package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;

import org.packhorse.document.Block.Table.Align;
import org.packhorse.document.Inline;
import org.packhorse.writer.pdf.LineBreaker.Run;

/// Turns the words of the tree into lines in the house's faces and colours.
record Typesetter(House house, Glyphs glyphs, Landmarks landmarks) {

	/// Words broken to this width.
	Words words(List<Inline> inlines, Setting setting, float width) {
		return words(inlines, setting, width, Align.START);
	}

	/// Words broken to this width and aligned.
	Words words(List<Inline> inlines, Setting setting, float width, Align align) {
		return set(runs(inlines, setting.style()), setting, width, align);
	}

	/// Plain words broken to this width.
	Words plain(String text, Setting setting, float width) {
		return plain(text, setting, width, Align.START);
	}

	/// Plain words broken to this width and aligned.
	Words plain(String text, Setting setting, float width, Align align) {
		return set(cut(setting.style(), text), setting, width, align);
	}

	/// Runs broken to this width and aligned.
	Words set(List<Run> runs, Setting setting, float width, Align align) {
		return new Words(LineBreaker.lines(runs, width), setting, width, align);
	}

	/// The runs of these words.
	List<Run> runs(List<Inline> inlines, Style plain) {
		var runs = new ArrayList<Run>(inlines.size());
		for (Inline inline : inlines) {
			add(runs, inline, plain);
		}
		return runs;
	}

	/// Paragraphs one below the other, as one text.
	List<Run> stacked(List<List<Inline>> paragraphs, Style plain) {
		var runs = new ArrayList<Run>();
		for (List<Inline> paragraph : paragraphs) {
			if (!runs.isEmpty()) {
				runs.add(new Run(plain, "\n"));
			}
			runs.addAll(runs(paragraph, plain));
		}
		return runs;
	}

	/// Text that every character of which shows.
	String printable(String text, Style style) {
		return this.glyphs.printable(text, style.face());
	}

	private void add(List<Run> runs, Inline inline, Style plain) {
		switch (inline) {
			case Inline.Words words -> runs.addAll(cut(plain, words.text()));
			case Inline.Strong strong -> runs.addAll(cut(plain.in(this.house.fonts().bold()), strong.text()));
			case Inline.Emphasis emphasis -> runs.addAll(cut(plain.in(this.house.fonts().italic()), emphasis.text()));
			case Inline.Link link -> runs.addAll(cut(this.landmarks.link(link, plain, this.house.accent()), link.text()));
			case Inline.Badge badge -> runs.add(badge(badge, plain));
			case Inline.Sparkline sparkline -> spark(runs, sparkline, plain);
			case Inline.LineBreak _ -> runs.add(new Run(plain, "\n"));
		}
	}

	/// A sparkline is taller than a line, so it has the one above it to itself.
	private void spark(List<Run> runs, Inline.Sparkline sparkline, Style plain) {
		if (sparkline.isEmpty()) {
			runs.addAll(cut(plain, sparkline.alternative()));
			return;
		}
		runs.add(new Run(plain, "\n"));
		runs.add(new Run(plain.drawing(new Spark(sparkline, this.house.accent())), Spark.PLACE));
	}

	/// A badge is one box and so one run.
	private Run badge(Inline.Badge badge, Style plain) {
		var style = plain.badge(this.house.fonts().bold(), this.house.fill(badge.tone()), this.house.text(badge.tone()));
		return new Run(style, printable(badge.words(), style));
	}

	/// The text as runs of the style's own face and, where that lacks a character, of the face that stands in for it.
	List<Run> cut(Style style, String text) {
		return this.glyphs.shows(text, style.face()) ? List.of(new Run(style, text))
				: this.glyphs.runs(text, style, style.in(this.house.fonts().standIn(style.face())));
	}

}
