package org.packhorse.writer.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packhorse.document.Block.Chart;
import org.packhorse.document.Bytes;

/// What the body refers to outside itself: web links, pictures and charts, gathered while it is being written.
final class Relations {

	/// A picture's file in the package and its bytes.
	record Media(String file, Bytes image) {
	}

	private final Map<String, Relation> relations = new LinkedHashMap<>();

	private final Map<Bytes, Media> media = new LinkedHashMap<>();

	private final List<Chart> charts = new ArrayList<>();

	private int drawings;

	private record Relation(String id, String type, String target, boolean external) {
	}

	/// A part that stands beside the body.
	String part(String type, String file) {
		return relate(type, file, false);
	}

	/// A link out of the document; the same target is one relation.
	String link(String target) {
		return relate("hyperlink", address(target), true);
	}

	/// A picture; the same bytes are stored once.
	String picture(Bytes image, String ending) {
		var file = this.media.computeIfAbsent(image, _ -> new Media("media/image" + (this.media.size() + 1) + "." + ending, image));
		return relate("image", file.file(), false);
	}

	/// A chart, whose own part is written after the body.
	String chart(Chart chart) {
		this.charts.add(chart);
		return relate("chart", "charts/chart" + this.charts.size() + ".xml", false);
	}

	/// A number that no other drawing of the document has.
	String nextDrawing() {
		return String.valueOf(++this.drawings);
	}

	private String relate(String type, String target, boolean external) {
		return this.relations.computeIfAbsent(type + " " + target,
				_ -> new Relation("rId" + (this.relations.size() + 1), type, target, external)).id();
	}

	/// Word calls a file broken when one link in it has a space or a sign that addresses cannot have.
	private static String address(String target) {
		var address = new StringBuilder();
		target.codePoints().forEach(c -> {
			if (c > ' ' && c < 127 && "\"<>\\^`{|}".indexOf(c) < 0) {
				address.appendCodePoint(c);
			}
			else {
				for (byte b : Character.toString(c).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
					address.append("%%%02X".formatted(b));
				}
			}
		});
		return address.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
	}

	Iterable<Media> media() {
		return this.media.values();
	}

	List<Chart> charts() {
		return this.charts;
	}

	void write(Xml xml) {
		xml.element("Relationships", () -> this.relations.values().forEach(relation -> {
			if (relation.external()) {
				xml.empty("Relationship", "Id", relation.id(), "Type", Names.R + "/" + relation.type(), "Target", relation.target(),
						"TargetMode", "External");
			}
			else {
				xml.empty("Relationship", "Id", relation.id(), "Type", Names.R + "/" + relation.type(), "Target", relation.target());
			}
		}), "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
	}

}
