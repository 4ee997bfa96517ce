package org.packhorse.writer.pdf;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfAction;

/// Where a link leads. Its tag is made when its first word is drawn, so that it stands in reading order, and serves again
/// on the next line.
final class Target {

	private final Supplier<PdfAction> action;

	private final String says;

	private @Nullable Tag tag;

	/// A link with this action; `says` is read aloud in place of a bare address.
	Target(Supplier<PdfAction> action, String says) {
		this.action = action;
		this.says = says;
	}

	/// The action, once all pages are placed.
	PdfAction action() {
		return this.action.get();
	}

	String says() {
		return this.says;
	}

	Tag tag(PdfTags tags, Tag parent) {
		if (this.tag == null) {
			this.tag = tags.child(parent, PdfTags.LINK);
		}
		return this.tag;
	}

}
