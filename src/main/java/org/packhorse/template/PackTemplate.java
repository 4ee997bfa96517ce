package org.packhorse.template;

import org.packhorse.document.PackDocument;

/// The template of one pack, ready to be filled.
public final class PackTemplate {

	/// The template that the frozen files hold; throws [FaultyTemplate].
	public static PackTemplate of(FrozenTemplates templates) {
		throw new UnsupportedOperationException();
	}

	/// What the pack's `pack.yml` says.
	public PackSettings settings() {
		throw new UnsupportedOperationException();
	}

	/// The house style.
	public HouseStyle house() {
		throw new UnsupportedOperationException();
	}

	/// The pack filled from the model, a record whose components are the template's variables; throws [FaultyTemplate].
	public PackDocument document(Record model) {
		throw new UnsupportedOperationException();
	}

	/// The same for the workbook: from `workbook.ftlx` when the pack has one, else [#document(Record)].
	public PackDocument workbook(Record model) {
		throw new UnsupportedOperationException();
	}

}
