package org.packhorse.writer.excel;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Inline;
import org.packhorse.document.Position;
import org.packhorse.writer.excel.Rich.Run;

/// Turns words of the tree into words that a cell can hold.
final class CellWords {

	/// The most characters that Excel keeps in one cell.
	static final int MOST = 32_767;

	private final Unshown unshown;

	CellWords(Unshown unshown) {
		this.unshown = unshown;
	}

	/// Words without stress, for titles, labels and names.
	String plain(Position at, String words) {
		return cut(at, clean(at, words));
	}

	/// Words with their stress; `before` is a paragraph's number or a list's mark with its space, or blank.
	Rich rich(Position at, String before, List<Inline> words) {
		var runs = new ArrayList<Run>();
		add(runs, new Run(before, false, false));
		for (Inline inline : words) {
			add(runs, run(inline));
		}
		var room = MOST;
		var fitting = new ArrayList<Run>();
		for (Run run : runs) {
			var text = clean(at, run.text());
			if (text.length() > room) {
				text = shortened(at, text, room);
			}
			room -= text.length();
			if (!text.isEmpty()) {
				fitting.add(new Run(text, run.bold(), run.italic()));
			}
		}
		return fitting.isEmpty() ? Rich.plain("") : new Rich(List.copyOf(fitting));
	}

	/// The words in full without stress, each link with its address.
	String flat(Position at, List<Inline> words) {
		return words.size() == 1 ? plain(at, run(words.getFirst()).text())
				: plain(at, String.join("", words.stream().map(inline -> run(inline).text()).toList()));
	}

	/// The link when the words are one link and nothing else.
	static Inline.@Nullable Link onlyLink(List<Inline> words) {
		Inline.Link only = null;
		for (Inline inline : words) {
			if (inline instanceof Inline.Link link && only == null) {
				only = link;
			}
			else if (!inline.plain().isBlank()) {
				return null;
			}
		}
		return only;
	}

	/// The first badge among the words.
	static Inline.@Nullable Badge firstBadge(List<Inline> words) {
		for (Inline inline : words) {
			if (inline instanceof Inline.Badge badge) {
				return badge;
			}
		}
		return null;
	}

	/// The sparkline among the words that has something to draw, or null.
	static Inline.@Nullable Sparkline firstSparkline(List<Inline> words) {
		for (Inline inline : words) {
			if (inline instanceof Inline.Sparkline sparkline && !sparkline.isEmpty()) {
				return sparkline;
			}
		}
		return null;
	}

	/// Where a link leads.
	static Goal goal(Position at, Inline.Link link) {
		return link.target().startsWith("#") ? new Goal.ToSection(at, link.target().substring(1)) : new Goal.Web(link.target());
	}

	private static Run run(Inline inline) {
		return switch (inline) {
			case Inline.Words words -> new Run(words.text(), false, false);
			case Inline.Strong strong -> new Run(strong.text(), true, false);
			case Inline.Emphasis emphasis -> new Run(emphasis.text(), false, true);
			case Inline.Link link -> new Run(withAddress(link), false, false);
			case Inline.Badge badge -> new Run(badge.words(), true, false);
			case Inline.Sparkline sparkline -> new Run(sparkline.alternative(), false, false);
			case Inline.LineBreak _ -> new Run("\n", false, false);
		};
	}

	// A cell has room for one link only, so that links among other words say where they lead.
	private static String withAddress(Inline.Link link) {
		var address = link.target().startsWith("mailto:") ? link.target().substring("mailto:".length()) : link.target();
		return address.startsWith("#") || address.equals(link.text()) ? link.text() : link.text() + " (" + address + ")";
	}

	private static void add(List<Run> runs, Run run) {
		var last = runs.isEmpty() ? null : runs.getLast();
		if (run.text().isEmpty()) {
			return;
		}
		if (last != null && last.bold() == run.bold() && last.italic() == run.italic()) {
			runs.set(runs.size() - 1, new Run(last.text() + run.text(), run.bold(), run.italic()));
		}
		else {
			runs.add(run);
		}
	}

	private String clean(Position at, String words) {
		var clean = XmlCharacters.clean(words.indexOf('\r') < 0 ? words : words.replace("\r\n", "\n").replace('\r', '\n'));
		if (clean.indexOf(XmlCharacters.INSTEAD) >= 0 && words.indexOf(XmlCharacters.INSTEAD) < 0) {
			this.unshown.add(at, "character", "the words hold a control character that no XML file can hold; \uFFFD stands in its place");
		}
		return clean;
	}

	private String cut(Position at, String words) {
		return words.length() <= MOST ? words : shortened(at, words, MOST);
	}

	private String shortened(Position at, String words, int room) {
		this.unshown.add(at, "end of a long text", "a cell holds at most 32,767 characters; the words after them are left out");
		int end = room > 0 && Character.isHighSurrogate(words.charAt(room - 1)) ? room - 1 : room;
		return words.substring(0, end);
	}

}
