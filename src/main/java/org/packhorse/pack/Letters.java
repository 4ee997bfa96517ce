package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.PackDocument;
import org.packhorse.template.FaultyTemplate;
import org.packhorse.template.PackTemplate;
import org.packhorse.template.TemplateProblem;
import org.packhorse.writer.MailWriter;

/// The letters of one edition: its facts are read once, however many readers get one.
public final class Letters {

	private final Disclosed disclosed;

	private final List<LetterPage.File> files;

	private final LeakGuard guard;

	private final MailWriter mail;

	private final PackTemplate template;

	private @Nullable Composed composed;

	/// @param composed what is said, or null where that is yet to be worked out: a letter without headlines says nothing of it
	Letters(Disclosed disclosed, @Nullable Composed composed, List<LetterPage.File> files, LeakGuard guard, MailWriter mail) {
		this.disclosed = disclosed;
		this.composed = composed;
		this.files = List.copyOf(files);
		this.guard = guard;
		this.mail = mail;
		this.template = PackTemplate.of(disclosed.facts().templates());
	}

	/// The letter whose reader gets all files attached; without headlines it says no more than what the files are and how to open them.
	public Letter of(boolean headlines) {
		return of(headlines, new Enclosure.Attached(this.files.stream().map(LetterPage.File::name).toList()));
	}

	/// The letter to a reader who gets the files in this way.
	public Letter of(boolean headlines, Enclosure enclosure) {
		var letter = written(headlines, enclosure);
		demandClean(List.of(letter));
		return letter;
	}

	private Letter written(boolean headlines, Enclosure enclosure) {
		var page = LetterPage.of(enclosure, this.files);
		var document = corrected(headlines ? this.template.letter(composed().model(), page) : this.template.notice(notice(), page), headlines);
		demandFit(document);
		var body = this.mail.write(document, this.template.house().look());
		return new Letter(Subject.of(this.disclosed.facts(), this.template), body.plain(), body.html());
	}

	/// Makes the letter in every way that files can travel, to find what is wrong with its templates.
	public void tryAll() {
		var names = this.files.stream().map(LetterPage.File::name).toList();
		var ways = List.of(new Enclosure.Attached(names), new Enclosure.Linked("https://example.gov.uk/d/example", this.disclosed.facts().asAt(), names),
				new Enclosure.Locked("example.zip", names));
		var letters = new ArrayList<Letter>();
		var problems = new LinkedHashSet<TemplateProblem>();
		for (Enclosure way : ways) {
			for (boolean headlines : new boolean[] { true, false }) {
				try {
					letters.add(written(headlines, way));
				}
				catch (FaultyTemplate fault) {
					problems.addAll(fault.problems());
				}
			}
		}
		if (!problems.isEmpty()) {
			throw new FaultyTemplate(List.copyOf(problems));
		}
		demandClean(letters);
	}

	/// With the note that it takes the place of an earlier final; what was wrong in that is for readers of the pack alone.
	private PackDocument corrected(PackDocument document, boolean headlines) {
		var erratum = this.disclosed.facts().erratum();
		if (erratum == null) {
			return document;
		}
		var note = new ErratumNote(this.template.house().errata(), composed().model(), erratum);
		return headlines ? note.inFrontOf(document) : note.withoutReasonInFrontOf(document);
	}

	private Composed composed() {
		if (this.composed == null) {
			this.composed = Composed.of(this.disclosed, Assessments.of(this.disclosed));
		}
		return this.composed;
	}

	private LetterPage.Notice notice() {
		var facts = this.disclosed.facts();
		var council = facts.authority();
		return new LetterPage.Notice(new PackModel.Council(council.name(), council.code(), council.region(), council.neighbourModel()), facts.asAt(),
				facts.version(), facts.draft(), facts.draft() ? "Draft" : "Final");
	}

	private void demandFit(PackDocument document) {
		var problems = this.mail.unfit(document)
			.stream()
			.map(unfit -> new TemplateProblem(unfit.at().file(), unfit.at().line(), "%s cannot stand in an e-mail: %s".formatted(unfit.what(), unfit.why()), unfit.remedy()))
			.distinct()
			.toList();
		if (!problems.isEmpty()) {
			throw new FaultyTemplate(problems);
		}
	}

	/// All in one search: what may stand in them is worked out once.
	private void demandClean(List<Letter> letters) {
		if (!this.disclosed.withholds()) {
			return;
		}
		try (var aside = new Aside("packhorse-letter")) {
			for (int i = 0; i < letters.size(); i++) {
				var no = i == 0 ? "" : "-" + (i + 1);
				Files.writeString(aside.path().resolve("subject%s.txt".formatted(no)), letters.get(i).subject());
				Files.writeString(aside.path().resolve("email%s.txt".formatted(no)), letters.get(i).plain());
				Files.writeString(aside.path().resolve("email%s.html".formatted(no)), letters.get(i).html());
			}
			this.guard.demandClean(aside.path(), composed());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
