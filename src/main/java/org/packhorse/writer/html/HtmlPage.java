package org.packhorse.writer.html;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.packhorse.document.Block;
import org.packhorse.document.Block.Section;
import org.packhorse.document.Cover;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;
import org.packhorse.document.Value;
import org.packhorse.writer.Look;

/// Writes the page around the blocks: head, cover, contents, main part and foot.
final class HtmlPage {

	/// Nothing may be loaded and nothing may run, even if a word should slip through as markup.
	private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

	private static final int CONTENTS_DEPTH = 3;

	private final PackDocument document;

	private final Cover cover;

	private final Look look;

	private final HtmlText html;

	private final Anchors anchors;

	private final HtmlBlocks blocks;

	HtmlPage(PackDocument document, Look look, HtmlText html) {
		this.document = document;
		this.cover = document.cover();
		this.look = look;
		this.html = html;
		this.anchors = new Anchors(document.blocks());
		this.blocks = new HtmlBlocks(html, this.anchors, look);
	}

	void write() throws IOException {
		this.html.doctype();
		this.html.tag("html").with("lang", this.cover.language()).around(() -> {
			this.html.tag("head").around(this::head);
			this.html.tag("body").around(this::body);
		});
	}

	private void head() throws IOException {
		this.html.tag("meta").with("charset", "utf-8").alone();
		this.html.tag("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY).alone();
		this.html.tag("title").around(joined(" – ", this.cover.draft() ? this.look.draftWords() : "", this.cover.title(), this.cover.organisation()));
		if (!this.cover.marking().isBlank()) {
			named("keywords", this.cover.marking());
		}
		named("viewport", "width=device-width, initial-scale=1");
		named("description", joined(". ", this.cover.subtitle(), this.cover.organisation(),
				"As at " + new Value.Day(this.cover.asAt()).print()));
		// A pack may be sensitive: whoever follows a link from it does not tell the other site where the pack is kept.
		named("referrer", "no-referrer");
		named("format-detection", "telephone=no");
		// An empty icon of its own keeps browsers from asking a server for one.
		this.html.tag("link").with("rel", "icon").with("href", "data:,").alone();
		this.html.style(new HtmlStyle(this.cover, this.look).css());
	}

	private void named(String name, String content) throws IOException {
		this.html.tag("meta").with("name", name).with("content", content).alone();
	}

	private void body() throws IOException {
		this.html.tag("a").with("class", "skip").with("href", "#_main").around("Skip to the main part");
		this.html.tag("header").with("id", "_top").around(this::header);
		this.html.tag("div").with("class", "layout").around(() -> {
			contents();
			this.html.tag("main").with("id", "_main").with("tabindex", "-1").around(() -> this.blocks.write(this.document.blocks()));
		});
		this.html.at(Position.NONE);
		this.html.tag("footer").around(this::footer);
	}

	private void header() throws IOException {
		marking();
		if (this.cover.draft()) {
			this.html.tag("p").with("class", "draft").around(this.look.draftWords());
		}
		this.html.tag("div").with("class", "cover").around(() -> {
			logo();
			switch (this.cover.front()) {
				case PAGE -> {
					worded("organisation", this.cover.organisation());
					this.html.tag("h1").around(this.cover.title());
					worded("subtitle", this.cover.subtitle());
					facts();
				}
				case LETTER -> {
					letterhead("p");
					this.html.tag("h1").around(this.cover.title());
				}
				case LETTERHEAD -> letterhead("h1");
			}
		});
	}

	/// The council to the left; body and date, or whatever the form has, to the right.
	private void letterhead(String heading) throws IOException {
		this.html.tag("div").with("class", "letterhead").around(() -> {
			this.html.tag("p").with("class", "organisation").around(this.cover.organisation());
			this.html.tag("div").around(() -> {
				if (!this.cover.subtitle().isBlank()) {
					this.html.tag(heading).around(this.cover.subtitle());
				}
				for (Cover.Fact fact : this.cover.facts()) {
					this.html.tag("p").around(fact.words());
				}
			});
		});
	}

	private void logo() throws IOException {
		var logo = this.look.logo();
		if (logo != null) {
			new HtmlPictures(this.html).logo(logo, this.look.logoAlternative());
		}
	}

	private void facts() throws IOException {
		if (!this.cover.facts().isEmpty()) {
			this.html.tag("dl").with("class", "facts").around(() -> {
				for (Cover.Fact fact : this.cover.facts()) {
					this.html.tag("div").around(() -> {
						this.html.tag("dt").around(fact.label());
						this.html.tag("dd").around(fact.words());
					});
				}
			});
		}
	}

	private void contents() throws IOException {
		if (!sections(this.document.blocks()).isEmpty()) {
			this.html.tag("nav").with("aria-labelledby", "_contents").around(() -> {
				this.html.tag("h2").with("id", "_contents").around("Contents");
				entries(sections(this.document.blocks()), 1);
			});
		}
	}

	private void entries(List<Section> sections, int depth) throws IOException {
		if (sections.isEmpty() || depth > CONTENTS_DEPTH) {
			return;
		}
		this.html.tag("ul").around(() -> {
			for (Section section : sections) {
				this.html.tag("li").around(() -> {
					this.html.tag("a").with("href", "#" + this.anchors.of(section)).around(() -> this.blocks.title(section));
					entries(sections(section.blocks()), depth + 1);
				});
			}
		});
	}

	private static List<Section> sections(List<Block> blocks) {
		return blocks.stream().filter(Section.class::isInstance).map(Section.class::cast).toList();
	}

	private void footer() throws IOException {
		this.html.tag("div").with("class", "foot").around(() -> {
			worded("words", this.look.footer(this.cover));
			this.html.tag("p").with("class", "up").around(() -> this.html.tag("a").with("href", "#_top").around("Back to top"));
		});
		marking();
	}

	private void marking() throws IOException {
		worded("marking", HtmlStyle.markedHeader(this.cover, this.look));
	}

	private void worded(String what, String words) throws IOException {
		if (!words.isBlank()) {
			this.html.tag("p").with("class", what).around(words);
		}
	}

	private static String joined(String between, String... words) {
		return Stream.of(words).filter(word -> !word.isBlank()).collect(Collectors.joining(between));
	}

}
