package org.packhorse.template;

import java.nio.file.Path;
import java.util.List;

/// The report-templates folder: packs and house styles.
public final class TemplateFolder {

	/// The folder at this path; throws [FaultyTemplate] when there is none.
	public static TemplateFolder open(Path folder) {
		throw new UnsupportedOperationException();
	}

	/// The names of the packs, in order.
	public List<String> packs() {
		throw new UnsupportedOperationException();
	}

	/// The names of the house styles, in order.
	public List<String> houses() {
		throw new UnsupportedOperationException();
	}

	/// What a pack's `pack.yml` says; throws [FaultyTemplate] when it is at fault.
	public PackSettings settings(String pack) {
		throw new UnsupportedOperationException();
	}

	/// The pack in the house style, read now; throws [FaultyTemplate] when files cannot be taken, and
	/// [IllegalArgumentException] when there is no such pack or house.
	public FrozenTemplates frozen(String pack, String house) {
		throw new UnsupportedOperationException();
	}

	/// Where a pack's sample data stand.
	public Path sample(String pack) {
		throw new UnsupportedOperationException();
	}

	/// Every problem of all packs and houses that can be found without data.
	public List<TemplateProblem> check() {
		throw new UnsupportedOperationException();
	}

}
