package org.packhorse.template;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Bytes;

/// Frozen templates and models for tests.
final class Frozen {

	private final SortedMap<String, Bytes> files = new TreeMap<>();

	private Frozen() {
	}

	/// A pack `p` in a house `default` that sets nothing, with this document.
	static Frozen document(String document) {
		return new Frozen().with("houses/default/house.yml", "font: Arial")
			.with("p/pack.yml", "title: My pack\naudience: members")
			.with("p/document.ftlx", document);
	}

	/// The same, with the document's content inside a `<pack>` that takes the first line.
	static Frozen content(String content) {
		return document("<pack title=\"T\" as-at=\"2021-03-31\">\n" + content + "\n</pack>");
	}

	Frozen with(String path, String contents) {
		this.files.put(path, Bytes.of(contents.getBytes(StandardCharsets.UTF_8)));
		return this;
	}

	FrozenTemplates templates() {
		return new FrozenTemplates("p", "default", this.files);
	}

	/// A model with a bit of everything.
	record Model(String name, LocalDate asAt, @Nullable LocalDate due, double share, boolean draft, List<Line> lines, Kind kind,
			Map<String, Integer> counts, @Nullable Object odd) {

		static final Model EXAMPLE = new Model("Health & <care>", LocalDate.of(2021, 3, 31), null, 1234.5, true,
				List.of(new Line("A1", "one"), new Line("A2", "two")), Kind.NOT_STARTED, Map.of("RED", 2, "AMBER", 1), null);

		Model named(String other) {
			return new Model(other, this.asAt, this.due, this.share, this.draft, this.lines, this.kind, this.counts, this.odd);
		}

		Model with(Object other) {
			return new Model(this.name, this.asAt, this.due, this.share, this.draft, this.lines, this.kind, this.counts, other);
		}

	}

	record Line(String ref, String words) {

		public String whole() {
			return this.ref + " " + this.words;
		}

	}

	enum Kind {

		NOT_STARTED;

		public String words() {
			return "not started";
		}

	}

}
