package org.packhorse.writer.word;

import java.io.StringWriter;

import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Element;

/// A tree of XML as text.
final class DomText {

	private DomText() {
	}

	static String of(Element root) {
		try {
			var out = new StringWriter();
			var transformer = XMLHelper.newTransformer();
			transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
			transformer.transform(new DOMSource(root), new StreamResult(out));
			return out.toString();
		}
		catch (TransformerException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
