package org.packhorse.run;

import java.util.ArrayList;
import java.util.List;

import org.packhorse.pack.Editions;
import org.packhorse.run.PackRun.Stands;
import org.packhorse.writer.NotRendered;
import org.springframework.stereotype.Component;

/// Puts into words what there is to say of an edition that a run made or found: the same for commands, pages and scripts.
@Component
public class PackWords {

	private final Editions editions;

	PackWords(Editions editions) {
		this.editions = editions;
	}

	/// Whether it is new.
	public static String stands(Stands stands) {
		return stands.published() ? "published" : "nothing had changed, this edition stood";
	}

	/// What a person should look at before others read it.
	public static List<String> lookAgain(Stands stands) {
		return stands.toLookAt().stream().map(finding -> "look again before others read it: " + finding).toList();
	}

	/// Everything: whom it waits for, what to look at, notes, and what its formats could not show.
	public List<String> of(Stands stands) {
		var words = new ArrayList<String>();
		stands.waitsFor().forEach(post -> words.add("waits for " + post));
		words.addAll(lookAgain(stands));
		words.addAll(stands.notes());
		notices(stands).forEach(part -> words.add(part.words()));
		return words;
	}

	/// What its formats could not show; nothing of an edition that is not on record any more.
	public List<NotRendered> notices(Stands stands) {
		return this.editions.onRecord(stands.edition()).map(this.editions::notices).orElse(List.of());
	}

}
