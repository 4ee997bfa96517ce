package org.packhorse.writer.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfWriter;
import org.packhorse.document.Block;
import org.packhorse.document.Block.Section;
import org.packhorse.document.Inline;

/// The sections of a pack as places to go to: from links, from the contents page and from the bookmarks.
final class Landmarks {

	private final Map<String, Landmark> byId = new LinkedHashMap<>();

	private final PdfWriter writer;

	private final Glyphs glyphs;

	Landmarks(PdfWriter writer, Glyphs glyphs, List<Block> blocks) {
		this.writer = writer;
		this.glyphs = glyphs;
		collect(blocks, 1);
	}

	private void collect(List<Block> blocks, int depth) {
		for (Block block : blocks) {
			if (block instanceof Section section) {
				this.byId.putIfAbsent(section.id(), new Landmark(section, depth));
				collect(section.blocks(), depth + 1);
			}
		}
	}

	/// All of them, in the order of the pack.
	List<Landmark> all() {
		return new ArrayList<>(this.byId.values());
	}

	/// The landmark of a section.
	Landmark of(Section section) {
		return this.byId.get(section.id());
	}

	/// A link's style; a link to a section that the pack does not have is printed as plain words and reported.
	Style link(Inline.Link link, Style plain, Color colour) {
		if (!link.target().startsWith("#")) {
			return plain.to(new Target(() -> new PdfAction(link.target()), says(link)), colour);
		}
		var landmark = this.byId.get(link.target().substring(1));
		if (landmark == null) {
			this.glyphs.lost("the link '" + link.text() + "'", "this pack has no section with the id '" + link.target().substring(1)
					+ "'; its words are printed without a link");
			return plain;
		}
		return plain.to(target(landmark), colour);
	}

	/// The way to a section.
	Target target(Landmark landmark) {
		return new Target(() -> landmark.action(this.writer), "Go to " + landmark.heading());
	}

	/// Writes the bookmarks, nested as the sections are.
	void bookmark() {
		var open = new ArrayList<PdfOutline>(List.of(this.writer.getRootOutline()));
		for (Landmark landmark : this.byId.values()) {
			open.subList(landmark.depth(), open.size()).clear();
			open.add(new PdfOutline(open.getLast(), landmark.action(this.writer), PdfTags.text(landmark.heading()), landmark.depth() < 2));
		}
	}

	private static String says(Inline.Link link) {
		return link.target().contains(link.text()) ? link.text() : link.text() + ": " + link.target().replaceFirst("^mailto:", "");
	}

}
