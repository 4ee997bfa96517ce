package org.packhorse.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.packhorse.writer.PdfText;
import org.springframework.stereotype.Component;

/// Stands between finished files and their readers: whatever shows what the audience must not see is not published.
@Component
class LeakGuard {

	private static final int MOST_NAMED = 40;

	private final PdfText pdf;

	LeakGuard(PdfText pdf) {
		this.pdf = pdf;
	}

	/// Refuses a folder of finished files in which a withheld figure or exempt words stand; names places, never what stands there.
	void demandClean(Path folder, Composed composed) throws IOException {
		var disclosed = composed.disclosed();
		if (!disclosed.withholds()) {
			return;
		}
		var text = new EditionText(this.pdf::lines);
		var found = new ArrayList<String>();
		var figures = disclosed.suppression() == null ? null : new LeakSearch(disclosed.suppression(), LawfulFigures.of(composed.model()));
		var words = new ExemptSearch(disclosed.leavesOutExempt() ? disclosed.exempt() : List.of());
		for (Path file : EditionText.files(folder)) {
			var name = folder.relativize(file).toString();
			var passages = text.of(file);
			var shown = figures == null ? List.<LeakSearch.Finding>of() : figures.search(name, passages);
			boolean inName = shown.stream().anyMatch(finding -> finding.part().equals(EditionText.NAME));
			shown.forEach(finding -> found.add(words(inName ? "a file by its very name" : name, finding)));
			found.addAll(words.search(name, passages));
		}
		refuse(disclosed, found);
	}

	private static String words(String file, LeakSearch.Finding finding) {
		return "%s, %s: %s of the period to %s, in “%s”".formatted(file, finding.part(), finding.kpi(), Wording.day(finding.periodEnd()),
				finding.excerpt());
	}

	private static void refuse(Disclosed disclosed, List<String> found) {
		if (found.isEmpty()) {
			return;
		}
		var list = found.stream().limit(MOST_NAMED).map(place -> "\n  " + place).toList();
		throw new PackProblem(PackProblem.Kind.INPUT, "%s is not published: its files show what is withheld from its readers, in %s. Somebody wrote it into words that the pack prints: take it out there (docs/disclosure.md).%s%s"
			.formatted(disclosed.facts().templates().pack(), found.size() == 1 ? "one place" : found.size() + " places", String.join("", list),
					found.size() > MOST_NAMED ? "\n  and %d more".formatted(found.size() - MOST_NAMED) : ""));
	}

}
