package org.packhorse.markup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block;
import org.packhorse.document.Cover;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;

/// Makes the tree while elements open and close: what closes becomes a part of what is still open, so that nothing of the
/// markup itself has to be kept.
final class PackReader {

	/// Five times the pack of a county with 15,000 actions.
	static final int MOST_ELEMENTS = 3_000_000;

	private static final int DEEPEST = 40;

	/// HTML has six headings, and the first is the pack's title.
	private static final int DEEPEST_SECTION = 5;

	private final String file;

	private final Faults faults;

	private final Grammar grammar;

	private final InlineReader inlines;

	private final BlockReader blocks;

	/// One for each depth; those below `open` are open.
	private final List<Opened> elements = new ArrayList<>();

	private int open;

	private int count;

	private boolean ended;

	private @Nullable PackDocument document;

	PackReader(String file, Faults faults, PictureSource pictures, int mostColumns) {
		this.file = file;
		this.faults = faults;
		this.grammar = new Grammar(faults);
		this.inlines = new InlineReader(faults);
		this.blocks = new BlockReader(faults, pictures, this.inlines, mostColumns);
		this.elements.add(new Opened(faults));
	}

	/// The element that opens next, for its attributes.
	Opened next() {
		return this.elements.get(this.open);
	}

	/// The innermost element that is open, or null.
	@Nullable Opened innermost() {
		return this.open == 0 ? null : this.elements.get(this.open - 1);
	}

	/// The document; null when there is none or faults stand against it.
	@Nullable PackDocument document() {
		return this.document;
	}

	/// Whether an element has opened.
	boolean hasBegun() {
		return this.count > 0;
	}

	/// Opens the next element.
	void open(String name, Position at) {
		var element = next();
		element.begin(name, at);
		if (++this.count > MOST_ELEMENTS) {
			throw new Refused("The pack has more than " + MOST_ELEMENTS + " elements", "Split the pack, or look for a loop that does not end");
		}
		if (this.open >= DEEPEST) {
			throw new Refused("Elements stand more than " + DEEPEST + " deep in each other", "Look for elements that are never closed");
		}
		var parent = innermost();
		if (parent != null) {
			this.grammar.child(element, parent);
		}
		else if (this.ended) {
			this.faults.sure(at, "<" + name + "> stands after </pack>", "Put everything in one <pack> element");
		}
		else {
			this.grammar.root(element);
		}
		if (element.isWanted()) {
			number(element, parent);
		}
		if (++this.open == this.elements.size()) {
			this.elements.add(new Opened(this.faults));
		}
	}

	private void number(Opened element, @Nullable Opened parent) {
		if (parent == null) {
			element.number("", Numbering.of(element.attributes().yes("numbered", false), element.attributes().yes("section-dot", false)));
		}
		else if (element.name().equals("section")) {
			if (this.open > DEEPEST_SECTION) {
				this.faults.add(element.at(), "Sections stand " + this.open + " deep in each other", "Nest them " + DEEPEST_SECTION + " deep at most");
			}
			count(element, element.attributes().choice("numbered", Numbering.Part.YES), parent.numbering());
		}
	}

	private static void count(Opened section, Numbering.Part part, Numbering numbering) {
		var number = part == Numbering.Part.YES ? numbering.section() : "";
		section.number(number, part == Numbering.Part.THROUGH ? numbering : numbering.in(number));
	}

	/// Takes words in, without white space at their ends.
	void text(String words, boolean before, boolean after) {
		var parent = innermost();
		if (parent != null) {
			parent.text(words, before, after);
		}
		else if (!words.isEmpty()) {
			var start = words.length() > 40 ? words.substring(0, 40) + "…" : words;
			this.faults.sure(new Position(this.file, 0), "Words stand " + (this.ended ? "after </pack>" : "before <pack>") + ": \"" + start + "\"",
					"Take them out, or put them into the <pack>");
		}
	}

	/// Closes the innermost element, which must have this name.
	void close(String name) {
		var element = innermost();
		if (element == null) {
			throw new Refused("</" + name + "> closes nothing", "Take it out");
		}
		if (!element.name().equals(name)) {
			throw notClosed(element);
		}
		this.open--;
		if (element.isKnown()) {
			this.grammar.words(element);
		}
		if (this.open == 0) {
			end(element);
		}
		else if (element.isWanted()) {
			make(element, this.elements.get(this.open - 1));
		}
	}

	private void make(Opened element, Opened parent) {
		boolean inline = false;
		try {
			inline = Vocabulary.INLINES.contains(element.name());
			if (inline) {
				this.inlines.put(element, parent);
				return;
			}
			var made = this.blocks.made(element, parent);
			if (made != null) {
				parent.add(made);
				return;
			}
		}
		catch (IllegalArgumentException refusedByTheTree) {
			if (!element.isSpoilt()) {
				this.faults.add(element.at(), "In <" + element.name() + ">: " + refusedByTheTree.getMessage(), remedy(element.name(), inline));
			}
		}
		parent.spoil();
	}

	private static String remedy(String name, boolean inline) {
		return inline ? "Give <" + name + "> words, or leave it out with <#if>" : "Fill it in, or leave the <" + name + "> out with <#if>";
	}

	/// Ends reading; what is open then has not been closed.
	void end() {
		var element = innermost();
		if (element != null) {
			throw notClosed(element);
		}
	}

	private Refused notClosed(Opened element) {
		this.faults.latest(element.at());
		return new Refused("<" + element.name() + "> is not closed where it should be",
				"Write </" + element.name() + ">, and close elements in the order opposite to opening");
	}

	private void end(Opened pack) {
		this.ended = true;
		if (pack.isWanted()) {
			var cover = cover(pack);
			var ids = new SectionIds(pack.parts(), this.faults);
			this.inlines.checkLinks(ids.all());
			this.document = new PackDocument(cover, blocks(pack.parts(), ids));
		}
	}

	private List<Block> blocks(List<Object> parts, SectionIds ids) {
		var blocks = new ArrayList<Block>();
		for (Object part : parts) {
			switch (part) {
				case SectionDraft draft -> add(draft, ids, blocks);
				case Block block -> blocks.add(block);
				default -> {
					// A fact stands on the cover.
				}
			}
		}
		return blocks;
	}

	private void add(SectionDraft draft, SectionIds ids, List<Block> blocks) {
		try {
			blocks.add(new Block.Section(draft.at(), ids.of(draft), draft.number(), draft.title(), blocks(draft.parts(), ids)));
		}
		catch (IllegalArgumentException refusedByTheTree) {
			this.faults.add(draft.at(), "In <section>: " + refusedByTheTree.getMessage(), remedy("section", false));
		}
	}

	private Cover cover(Opened pack) {
		var attributes = pack.attributes();
		return new Cover(notBlank(pack, "title", "?"), attributes.words("subtitle", ""), attributes.words("organisation", ""),
				notBlank(pack, "language", "en-GB"), attributes.words("marking", ""), asAt(pack), attributes.yes("draft", false),
				attributes.yes("numbered", false), pack.parts(Cover.Fact.class), attributes.choice("front", Cover.Front.PAGE));
	}

	private String notBlank(Opened pack, String name, String otherwise) {
		var words = pack.attributes().words(name, otherwise);
		if (words.isEmpty()) {
			this.faults.add(pack.at(), "<pack> has a blank " + name, "Fill it in");
		}
		return words.isEmpty() ? otherwise : words;
	}

	private LocalDate asAt(Opened pack) {
		if (pack.attributes().words("as-at", "-").isEmpty()) {
			this.faults.add(pack.at(), "<pack> has a blank as-at", "Write the day as 2021-03-31");
		}
		var day = pack.attributes().day("as-at");
		return day == null ? LocalDate.EPOCH : day;
	}

	/// Reading stops here.
	static final class Refused extends RuntimeException {

		private static final long serialVersionUID = 1;

		private final String fault;

		private final String remedy;

		Refused(String fault, String remedy) {
			super(fault);
			this.fault = fault;
			this.remedy = remedy;
		}

		String fault() {
			return this.fault;
		}

		String remedy() {
			return this.remedy;
		}

	}

}
