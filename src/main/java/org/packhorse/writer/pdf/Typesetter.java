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
		return set(List.of(run(setting.style(), text)), setting, width, align);
	}

	/// Runs broken to this width and aligned.
	Words set(List<Run> runs, Setting setting, float width, Align align) {
		return new Words(LineBreaker.lines(runs, width), setting, width, align);
	}

	/// The runs of these words.
	List<Run> runs(List<Inline> inlines, Style plain) {
		var runs = new ArrayList<Run>(inlines.size());
		for (Inline inline : inlines) {
			runs.add(run(inline, plain));
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

	private Run run(Inline inline, Style plain) {
		return switch (inline) {
			case Inline.Words words -> run(plain, words.text());
			case Inline.Strong strong -> run(plain.in(this.house.fonts().bold()), strong.text());
			case Inline.Emphasis emphasis -> run(plain.in(this.house.fonts().italic()), emphasis.text());
			case Inline.Link link -> run(this.landmarks.link(link, plain, this.house.accent()), link.text());
			case Inline.Badge badge -> run(
					plain.badge(this.house.fonts().bold(), this.house.fill(badge.tone()), this.house.text(badge.tone())), badge.words());
			case Inline.LineBreak _ -> new Run(plain, "\n");
		};
	}

	private Run run(Style style, String text) {
		return new Run(style, printable(text, style));
	}

}
