package org.packhorse.writer.word;

import java.util.Objects;

import org.packhorse.document.Block.Section;
import org.packhorse.document.Cover;
import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;

/// What the parts of one Word file share while it is being written.
record WordParts(Cover cover, Look look, Outline outline, Numbering numbering, Relations relations, Notices notices) {

	static WordParts of(PackDocument document, Look look, Notices notices) {
		return new WordParts(document.cover(), look, Outline.of(document.blocks()), new Numbering(), new Relations(), notices);
	}

	Page page() {
		return Page.of(this.look.marginMillimetres());
	}

	boolean numbered() {
		return this.cover.numbered();
	}

	/// The bookmark that a section carries.
	String bookmark(Section section) {
		return Objects.requireNonNull(this.outline.target(section.id()));
	}

}
