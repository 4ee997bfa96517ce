package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.packhorse.writer.PackFormat;
import org.springframework.stereotype.Component;

/// Shows what a request would make, without an edition, a version number or a trace in the store.
@Component
public class Previews {

	private final Freezing freezing;

	private final Rendering rendering;

	private final LeakGuard guard;

	private final Correspondence correspondence;

	Previews(Freezing freezing, Rendering rendering, LeakGuard guard, Correspondence correspondence) {
		this.freezing = freezing;
		this.rendering = rendering;
		this.guard = guard;
		this.correspondence = correspondence;
	}

	/// The pack's files in these formats; what its readers must not see is left out and looked for as in an edition.
	public Map<PackFormat, byte[]> files(PackRequest request, List<PackFormat> formats) {
		var snapshot = this.freezing.preview(request);
		ReportCheck.demand(snapshot);
		var composed = composed(snapshot);
		try (var aside = new Aside("packhorse-preview")) {
			this.rendering.write(aside.path(), composed, formats);
			this.guard.demandClean(aside.path(), composed);
			var files = new EnumMap<PackFormat, byte[]>(PackFormat.class);
			for (PackFormat format : formats) {
				files.put(format, Files.readAllBytes(aside.path().resolve(Rendering.fileName(composed.facts(), format))));
			}
			return files;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// The pack's letters.
	public Letters letters(PackRequest request) {
		return this.correspondence.of(composed(this.freezing.preview(request)));
	}

	/// Everything that is wrong with the committee report, also what a run only warns of.
	public List<ReportProblem> reportProblems(PackRequest request) {
		return ReportCheck.problems(this.freezing.preview(request));
	}

	/// What the pack should have and somebody can still write, report or mend, as the pack would say it.
	public Gaps gaps(PackRequest request) {
		var disclosed = Disclosed.of(this.freezing.preview(request));
		return new Readiness(disclosed, Assessments.of(disclosed)).gaps();
	}

	private static Composed composed(Snapshot snapshot) {
		var disclosed = Disclosed.of(snapshot);
		return Composed.of(disclosed, Assessments.of(disclosed));
	}

}
