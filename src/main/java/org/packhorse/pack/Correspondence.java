package org.packhorse.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

import org.packhorse.template.PackTemplate;
import org.packhorse.writer.MailWriter;
import org.springframework.stereotype.Component;

/// Finds what the letters of an edition are made of: what was frozen for it, and the files that stand in its folder.
@Component
class Correspondence {

	private final Editions editions;

	private final LeakGuard guard;

	private final MailWriter mail;

	private final EditionStore store;

	Correspondence(Editions editions, LeakGuard guard, MailWriter mail, EditionStore store) {
		this.editions = editions;
		this.guard = guard;
		this.mail = mail;
		this.store = store;
	}

	Letters of(Edition edition) {
		var disclosed = Disclosed.of(SnapshotJson.read(this.editions.frozen(edition)));
		if (!PackTemplate.of(disclosed.facts().templates()).hasLetter()) {
			throw new PackProblem(PackProblem.Kind.INPUT, "%s was made before packs had letters: no email.ftlx is frozen with it. Make the pack again, and send that edition."
				.formatted(edition.name()));
		}
		return new Letters(disclosed, null, files(edition), this.guard, this.mail);
	}

	/// What the letters of an edition will be whose files do not stand yet.
	Letters of(Composed composed) {
		var facts = composed.facts();
		var files = facts.formats().stream().map(format -> new LetterPage.File(Rendering.fileName(facts, format), format.title(), "")).toList();
		return new Letters(composed.disclosed(), composed, files, this.guard, this.mail);
	}

	/// Those that people read; `pack.json` is for programs.
	private List<LetterPage.File> files(Edition edition) {
		try {
			return SnapshotJson.manifest(this.store.read(edition, EditionFolder.MANIFEST))
				.files()
				.stream()
				.filter(file -> !file.name().equals(PackMaker.RESULTS))
				.map(file -> new LetterPage.File(file.name(), file.format(), file.size()))
				.toList();
		}
		catch (NoSuchFileException ex) {
			throw new PackProblem(PackProblem.Kind.FAILED, "%s is not where it was published: %s is missing. Bring the folder back, then try again.".formatted(edition.name(), edition.path().resolve(EditionFolder.MANIFEST)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
