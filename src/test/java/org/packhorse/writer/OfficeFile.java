package org.packhorse.writer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlOptions;
import org.packhorse.pack.Sha256;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// A Word or Excel file as Word and Excel check it on opening: parts, their kinds, their links and the format's full schemas.
public final class OfficeFile {

	private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final String MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006";

	/// All of the format's schemas, as poi-ooxml-full brings them; POI's own small copy leaves out most of them.
	private static final SchemaTypeLoader SCHEMAS = XmlBeans.typeLoaderUnion(DocumentDocument.type.getTypeSystem(), XmlBeans.getBuiltinTypeSystem());

	/// Parts that were found in order: styles, settings and many charts come again in file after file.
	private static final Set<String> IN_ORDER = ConcurrentHashMap.newKeySet();

	private final Map<String, byte[]> parts = new LinkedHashMap<>();

	private final Map<String, Document> documents = new LinkedHashMap<>();

	private final List<String> faults = new ArrayList<>();

	private OfficeFile(byte[] file) {
		try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (this.parts.put(entry.getName(), zip.readAllBytes()) != null) {
					fault(entry.getName(), "stands in the file twice");
				}
			}
			for (var part : this.parts.entrySet()) {
				if (part.getKey().endsWith(".xml") || part.getKey().endsWith(".rels") || part.getKey().endsWith(".vml")) {
					this.documents.put(part.getKey(), read(part.getValue()));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// What would make Word or Excel offer to repair the file; nothing when it is in order.
	public static List<String> faults(byte[] file) {
		var office = new OfficeFile(file);
		office.kinds();
		office.documents.keySet().stream().filter(name -> name.endsWith(".rels")).forEach(office::relations);
		office.documents.keySet().stream().filter(name -> !name.endsWith(".rels")).forEach(office::names);
		office.documents.values().forEach(OfficeFile::choose);
		office.documents.keySet().forEach(office::schema);
		if (office.parts.containsKey("xl/workbook.xml")) {
			office.faults.addAll(WorkbookRules.faults(office));
		}
		else {
			office.faults.addAll(WordRules.faults(office));
		}
		return office.faults;
	}

	private static Document read(byte[] part) {
		try {
			var factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			return factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
		}
		catch (ParserConfigurationException | SAXException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void fault(String part, String words) {
		this.faults.add(part + ": " + words);
	}

	/// Every part has a kind, and every kind that is named has its part.
	private void kinds() {
		var types = root("[Content_Types].xml");
		var endings = all(types, "Default").map(type -> type.getAttribute("Extension")).toList();
		var named = all(types, "Override").map(type -> type.getAttribute("PartName").substring(1)).toList();
		named.stream().filter(name -> !this.parts.containsKey(name)).forEach(name -> fault(name, "has a kind and is not there"));
		if (new HashSet<>(named).size() < named.size()) {
			fault("[Content_Types].xml", "a part has two kinds");
		}
		for (String name : this.parts.keySet()) {
			if (!name.equals("[Content_Types].xml") && !named.contains(name) && !endings.contains(name.substring(name.lastIndexOf('.') + 1))) {
				fault(name, "has no kind");
			}
			if (name.endsWith(".xml") && !name.equals("[Content_Types].xml") && !named.contains(name)) {
				fault(name, "has only the kind of its ending");
			}
		}
	}

	private void relations(String name) {
		var folder = name.substring(0, name.indexOf("_rels/"));
		var owner = folder + name.substring(name.lastIndexOf('/') + 1).replace(".rels", "");
		if (!owner.isEmpty() && !this.parts.containsKey(owner)) {
			fault(name, "is of a part that is not there");
		}
		var ids = new HashSet<String>();
		all(root(name), "Relationship").forEach(relation -> {
			var target = relation.getAttribute("Target");
			if (!ids.add(relation.getAttribute("Id"))) {
				fault(name, "names " + relation.getAttribute("Id") + " twice");
			}
			if (!relation.getAttribute("TargetMode").equals("External") && !this.parts.containsKey(resolved(folder, target))) {
				fault(name, "leads to " + target + ", which is not there");
			}
		});
		var used = owner.isEmpty() ? ids : used(owner);
		used.stream().filter(id -> !ids.contains(id)).forEach(id -> fault(owner, "names " + id + ", which is no relation"));
	}

	/// The part that a relation leads to.
	static String resolved(String folder, String target) {
		return URI.create("/" + folder).resolve(target).getPath().substring(1);
	}

	/// Parts without relations of their own name none.
	private void names(String name) {
		var relations = name.substring(0, name.lastIndexOf('/') + 1) + "_rels/" + name.substring(name.lastIndexOf('/') + 1) + ".rels";
		if (!this.parts.containsKey(relations) && !used(name).isEmpty()) {
			fault(name, "names relations and has none");
		}
	}

	private HashSet<String> used(String owner) {
		var used = new HashSet<String>();
		all(root(owner)).forEach(element -> attributes(element).filter(attribute -> RELATIONS.equals(attribute.getNamespaceURI()))
			.forEach(attribute -> used.add(attribute.getValue())));
		return used;
	}

	/// Holds a part against its schema: strictly when the schema is known, and an unknown part is a fault.
	private void schema(String name) {
		if (name.endsWith(".rels") || name.equals("[Content_Types].xml") || name.equals("docProps/core.xml") || name.endsWith(".vml")) {
			return;
		}
		var key = Sha256.of(this.parts.get(name));
		if (IN_ORDER.contains(key)) {
			return;
		}
		int before = this.faults.size();
		try {
			var part = SCHEMAS.parse(this.documents.get(name), null, new XmlOptions());
			if (part.schemaType().isNoType()) {
				fault(name, "is of a kind that no schema knows");
			}
			var errors = new ArrayList<XmlError>();
			part.validate(new XmlOptions().setErrorListener(errors));
			errors.stream().filter(error -> !beyondSchemas(error)).limit(5).forEach(error -> fault(name, error.getMessage() + " at " + start(error)));
		}
		catch (XmlException ex) {
			fault(name, ex.getMessage());
		}
		if (this.faults.size() == before) {
			IN_ORDER.add(key);
		}
	}

	/// What newer programs take comes into the place of an either-or, as they put it there before they look at the schema; what they may
	/// pass over, and says so at the outermost element, goes.
	private static void choose(Document document) {
		for (Element either : all(document.getDocumentElement()).filter(each -> of(each, "AlternateContent")).toList()) {
			var choice = all(either).filter(each -> of(each, "Choice")).findFirst().orElseThrow();
			while (choice.getFirstChild() != null) {
				either.getParentNode().insertBefore(choice.getFirstChild(), either);
			}
			either.getParentNode().removeChild(either);
		}
		document.getDocumentElement().removeAttributeNS(MARKUP, "Ignorable");
	}

	private static boolean of(Element element, String name) {
		return MARKUP.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
	}

	/// The schema of shared strings forgets xml:space, which Excel itself writes there; and shapes of Word 2010 have a schema of Microsoft's own,
	/// which stands in no standard: what stands around them is looked at, not what is in them.
	private static boolean beyondSchemas(XmlError error) {
		var words = error.getMessage();
		return words.contains("space@http://www.w3.org/XML/1998/namespace in element t@")
				|| words.contains("no definition found): wsp@http://schemas.microsoft.com/office/word/2010/wordprocessingShape");
	}

	private static String start(XmlError error) {
		var at = error.getCursorLocation() == null ? "" : error.getCursorLocation().xmlText();
		return at.substring(0, Math.min(200, at.length()));
	}

	/// A part's outermost element.
	Element root(String name) {
		return this.documents.get(name).getDocumentElement();
	}

	/// The names of the parts below a folder.
	List<String> below(String folder) {
		return this.documents.keySet().stream().filter(name -> name.startsWith(folder) && !name.contains("_rels/")).toList();
	}

	/// The parts that a part's relations of a kind lead to, by the relation's id.
	Map<String, String> related(String owner, String kind) {
		var folder = owner.substring(0, owner.lastIndexOf('/') + 1);
		var relations = folder + "_rels/" + owner.substring(folder.length()) + ".rels";
		var related = new LinkedHashMap<String, String>();
		if (this.documents.containsKey(relations)) {
			all(root(relations), "Relationship").filter(relation -> relation.getAttribute("Type").endsWith("/" + kind))
				.forEach(relation -> related.put(relation.getAttribute("Id"), resolved(folder, relation.getAttribute("Target"))));
		}
		return related;
	}

	/// An attribute of the relations' name space.
	static String relation(Element element) {
		return element.getAttributeNS(RELATIONS, "id");
	}

	/// All elements of a name below this one, in their order.
	static Stream<Element> all(Element root, String name) {
		return all(root).filter(element -> name.equals(element.getLocalName()));
	}

	/// This element and all below it, in their order; of two ways to say the same, the one that newer programs take.
	static Stream<Element> all(Element root) {
		var kids = root.getChildNodes();
		return Stream.concat(Stream.of(root), IntStream.range(0, kids.getLength()).mapToObj(kids::item)
			.filter(Element.class::isInstance)
			.map(Element.class::cast)
			.filter(kid -> !(MARKUP.equals(kid.getNamespaceURI()) && "Fallback".equals(kid.getLocalName())))
			.flatMap(OfficeFile::all));
	}

	private static Stream<Attr> attributes(Element element) {
		var attributes = element.getAttributes();
		return IntStream.range(0, attributes.getLength()).mapToObj(attributes::item).filter(node -> node.getNodeType() == Node.ATTRIBUTE_NODE)
			.map(Attr.class::cast);
	}

}
