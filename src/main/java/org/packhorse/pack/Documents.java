package org.packhorse.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.PackDocument;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.template.PackTemplate;
import org.packhorse.template.TemplateProblem;
import org.packhorse.writer.PackFormat;

/// The pack's document and workbook, as far as its formats need them; a pack without a workbook of its own has one tree for
/// all formats. Both are composed before anything is written, so that the faults of both are named at once. A final that takes another's place says so in front.
final class Documents {

	private final List<TemplateProblem> problems = new ArrayList<>();

	private final @Nullable ErratumNote erratum;

	private final @Nullable PackDocument document;

	private final @Nullable PackDocument workbook;

	Documents(PackTemplate template, PackModel model, Collection<PackFormat> formats, Snapshot.@Nullable Erratum erratum) {
		this.erratum = erratum == null ? null : new ErratumNote(template.house().errata(), model, erratum);
		boolean own = template.hasWorkbook() && formats.contains(PackFormat.XLSX);
		boolean needed = !own || formats.size() > 1;
		this.document = needed ? composed(() -> template.document(model)) : null;
		this.workbook = own ? composed(() -> template.workbook(model)) : this.document;
		if (!this.problems.isEmpty()) {
			throw new FaultyTemplate(this.problems.stream().distinct().toList());
		}
	}

	private @Nullable PackDocument composed(Supplier<PackDocument> composing) {
		try {
			var document = composing.get();
			return this.erratum == null ? document : this.erratum.inFrontOf(document);
		}
		catch (FaultyTemplate fault) {
			this.problems.addAll(fault.problems());
			return null;
		}
	}

	PackDocument of(PackFormat format) {
		return Objects.requireNonNull(format == PackFormat.XLSX ? this.workbook : this.document);
	}

}
