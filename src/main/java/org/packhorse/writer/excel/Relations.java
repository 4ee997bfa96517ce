package org.packhorse.writer.excel;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one part refers to, each by its own id.
final class Relations {

	private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

	private final Map<Relation, String> ids = new LinkedHashMap<>();

	private record Relation(String type, String target, boolean external) {
	}

	/// The id of a part of the workbook; `type` is the last word of the relation's type, such as "table".
	String part(String type, String target) {
		return id(new Relation(TYPES + type, target, false));
	}

	/// The id of a part whose relation has a type of the package itself.
	String packagePart(String type, String target) {
		return id(new Relation(type, target, false));
	}

	/// The id of an address outside of the workbook.
	String web(String address) {
		return id(new Relation(TYPES + "hyperlink", WebAddress.legal(address), true));
	}

	boolean isEmpty() {
		return this.ids.isEmpty();
	}

	/// Writes the relations part.
	void write(XmlOut xml) throws IOException {
		xml.raw("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
		for (var entry : this.ids.entrySet()) {
			var relation = entry.getKey();
			xml.raw("<Relationship").attribute("Id", entry.getValue()).attribute("Type", relation.type());
			xml.attribute("Target", relation.target()).raw(relation.external() ? " TargetMode=\"External\"/>" : "/>");
		}
		xml.raw("</Relationships>");
	}

	private String id(Relation relation) {
		return this.ids.computeIfAbsent(relation, _ -> "rId" + (this.ids.size() + 1));
	}

}
