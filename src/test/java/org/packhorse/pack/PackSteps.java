package org.packhorse.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.TreeMap;

import org.packhorse.document.Bytes;
import org.packhorse.document.PackDocument;
import org.packhorse.template.FrozenTemplates;
import org.packhorse.template.PackTemplate;
import org.packhorse.writer.Look;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.Writers;

/// The steps from a snapshot to its files, one by one.
final class PackSteps {

	private final Snapshot snapshot;

	private final Disclosed disclosed;

	private final Assessments assessments;

	private final PackModel model;

	private int unseen;

	PackSteps(Snapshot snapshot) {
		this.snapshot = snapshot;
		this.disclosed = Disclosed.of(snapshot);
		this.assessments = assessor().all();
		this.model = new Composition(this.disclosed, this.assessments).model();
	}

	private Assessor assessor() {
		return new Assessor(this.disclosed, Rules.of(this.snapshot.templates()).policy());
	}

	private PackTemplate template() {
		return PackTemplate.of(this.snapshot.templates());
	}

	Look look() {
		return template().house().look();
	}

	/// The rules, and the model that templates see.
	PackModel rate() {
		return new Composition(this.disclosed, assessor().all()).model();
	}

	/// The same templates with one shared file more, so that they have not been read before.
	PackTemplate readTemplates() {
		var templates = this.snapshot.templates();
		var files = new TreeMap<>(templates.files());
		files.put("_shared/unseen.txt", Bytes.of(new byte[] { (byte) ('a' + this.unseen++ % 26), (byte) ('a' + this.unseen / 26 % 26) }));
		return PackTemplate.of(new FrozenTemplates(templates.pack(), templates.house(), files));
	}

	PackDocument compose() {
		return template().document(this.model);
	}

	PackDocument composeWorkbook() {
		return template().workbook(this.model);
	}

	void write(PackFormat format, PackDocument document, OutputStream out) throws IOException {
		Writers.of(format).write(document, look(), out);
	}

	byte[] packJson() {
		return SnapshotJson.pretty(new PackJson(this.disclosed, this.assessments).data(template().settings().audience(), this.model.movement()));
	}

}
