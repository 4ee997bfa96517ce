package org.packhorse.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.packhorse.document.Block;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;
import org.packhorse.document.Tone;
import org.packhorse.template.ErratumWords;

/// Says at the front of a final that another no longer counts, and what was wrong in it; the words are the house's.
final class ErratumNote {

	private final Cover.Fact fact;

	private final Block.Callout callout;

	ErratumNote(ErratumWords words, PackModel model, Snapshot.Erratum erratum) {
		var filled = Map.of("version", String.valueOf(model.version()), "superseded", String.valueOf(erratum.supersedes()), "asAt", Wording.day(model.asAt()));
		this.fact = new Cover.Fact(words.label(filled), words.cover(filled));
		var paragraphs = new ArrayList<List<Inline>>();
		paragraphs.add(paragraph(words.words(filled)));
		paragraphs.add(paragraph(erratum.note().isBlank() ? words.withoutNote(filled) : words.note(erratum.note(), filled)));
		this.callout = new Block.Callout(Position.NONE, Tone.WATCH, words.title(filled), paragraphs);
	}

	private static List<Inline> paragraph(String words) {
		return List.of(new Inline.Words(words));
	}

	/// A letterhead has no room for another line; there the box alone says it.
	PackDocument inFrontOf(PackDocument document) {
		return inFrontOf(document, this.callout);
	}

	/// Says which versions they are and nothing of what was wrong, where others than the pack's readers may see it.
	PackDocument withoutReasonInFrontOf(PackDocument document) {
		return inFrontOf(document, new Block.Callout(this.callout.at(), this.callout.tone(), this.callout.title(), List.of(this.callout.paragraphs().getFirst())));
	}

	private PackDocument inFrontOf(PackDocument document, Block.Callout callout) {
		var blocks = new ArrayList<Block>();
		blocks.add(callout);
		blocks.addAll(document.blocks());
		return new PackDocument(document.cover().front() == Cover.Front.PAGE ? with(document.cover()) : document.cover(), blocks);
	}

	private Cover with(Cover cover) {
		var facts = new ArrayList<>(cover.facts());
		facts.add(this.fact);
		return new Cover(cover.title(), cover.subtitle(), cover.organisation(), cover.language(), cover.marking(), cover.asAt(), cover.draft(), cover.numbered(),
				facts, cover.front());
	}

}
