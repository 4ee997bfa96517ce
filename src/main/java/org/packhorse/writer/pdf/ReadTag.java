package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;

import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.Said;

/// A tag of a file that is read back, with the tags and the words below it in their order.
final class ReadTag {

	private final PdfDictionary tag;

	private final Pages pages;

	private final List<ReadTag> kids = new ArrayList<>();

	private final List<Said> said = new ArrayList<>();

	private final List<Pages.Content> contents = new ArrayList<>();

	private String target = "";

	private ReadTag(PdfDictionary tag, Pages pages) {
		this.tag = tag;
		this.pages = pages;
		below(PdfReader.getPdfObject(tag.get(PdfName.K)));
	}

	/// The root of the tree.
	static ReadTag root(PdfDictionary root, Pages pages) {
		return new ReadTag(root, pages);
	}

	private void below(PdfObject kid) {
		switch (kid) {
			case PdfArray several -> several.getElements().forEach(one -> below(PdfReader.getPdfObject(one)));
			case PdfNumber number -> content(this.tag, number);
			case PdfDictionary marked when marked.contains(PdfName.MCID) -> content(marked, marked.getAsNumber(PdfName.MCID));
			case PdfDictionary tag when tag.contains(PdfName.S) -> {
				var below = new ReadTag(tag, this.pages);
				this.kids.add(below);
				this.said.add(below.role().equals("Figure") ? new Said(List.of(Said.Run.sparkline(below.alternative()))) : below.said());
			}
			case PdfDictionary linked -> this.target = Pages.target(linked.getAsDict(PdfName.OBJ));
			case null, default -> { /* a tag without content */ }
		}
	}

	private void content(PdfDictionary owner, PdfNumber number) {
		var content = this.pages.content(owner.getAsIndirectObject(PdfName.PG).getNumber(), number.intValue());
		this.contents.add(content);
		this.said.add(content.said());
	}

	Pages pages() {
		return this.pages;
	}

	String role() {
		return this.tag.getAsName(PdfName.S).toString().substring(1);
	}

	List<ReadTag> kids() {
		return this.kids;
	}

	List<ReadTag> kids(String role) {
		return this.kids.stream().filter(kid -> kid.role().equals(role)).toList();
	}

	ReadTag kid(String role) {
		return kids(role).stream()
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("a tag %s has no tag %s below it".formatted(role(), role)));
	}

	/// All words from here down; those of a link lead where it leads.
	Said said() {
		var all = Said.joined(this.said);
		return this.target.isEmpty() ? all : new Said(all.runs().stream().map(run -> Said.Run.link(run.words(), this.target)).toList());
	}

	String words() {
		return said().words();
	}

	String alternative() {
		var alternative = this.tag.getAsString(PdfName.ALT);
		return alternative == null ? "" : alternative.toUnicodeString();
	}

	/// The caption of a table: the words above it, or those that say in its place what it holds.
	String caption() {
		var attributes = this.tag.getAsDict(PdfName.A);
		var summary = attributes == null ? null : attributes.getAsString(new PdfName("Summary"));
		return summary == null ? kid("Caption").words() : summary.toUnicodeString();
	}

	/// Whether this is a cell that stands for all cells of its row.
	boolean spans() {
		var attributes = this.tag.getAsDict(PdfName.A);
		return attributes != null && attributes.contains(new PdfName("ColSpan"));
	}

	/// The colour of the bar that stands before these words.
	String bar() {
		return this.contents.isEmpty() ? "" : this.contents.getFirst().bar();
	}

	/// The body of a headline figure: the figure itself, then its badge and note.
	ReadBack.Figure figure(String label) {
		return new ReadBack.Figure(label, this.said.isEmpty() ? "" : this.said.getFirst().words(), Said.joined(this.said.stream().skip(1).toList()));
	}

	/// The names of a chart's lines with their last figures.
	List<ReadBack.Series> names() {
		return this.contents.stream().flatMap(content -> content.names().stream()).toList();
	}

}
