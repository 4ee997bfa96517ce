package org.packhorse.run;

import java.util.function.Consumer;

import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.NewEditions;
import org.packhorse.pack.PackMaker;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.Publishing;
import org.packhorse.pack.SignOffs;
import org.springframework.stereotype.Component;

/// Makes the final of a draft that its posts have cleared, from what they have seen.
@Component
class Finals {

	private final Editions editions;

	private final NewEditions newEditions;

	private final SignOffs signOffs;

	private final ClearanceRules rules;

	private final Publishing publishing;

	private final PackMaker maker;

	Finals(Editions editions, NewEditions newEditions, SignOffs signOffs, ClearanceRules rules, Publishing publishing, PackMaker maker) {
		this.editions = editions;
		this.newEditions = newEditions;
		this.signOffs = signOffs;
		this.rules = rules;
		this.publishing = publishing;
		this.maker = maker;
	}

	/// Makes it, or finds that it stands.
	PackRuns.Made make(long number, long run, Consumer<String> progress) {
		var draft = this.editions.find(number);
		try (var _ = this.publishing.lock(draft.request(), run)) {
			return this.editions.later(draft).stream().filter(later -> isFinal(later, draft)).findFirst().map(this::standing).orElseGet(() -> make(draft, progress));
		}
	}

	private static boolean isFinal(Edition edition, Edition draft) {
		return Long.valueOf(draft.number()).equals(edition.fromDraft());
	}

	private PackRuns.Made standing(Edition edition) {
		return PackRuns.Made.of(this.maker.standing(edition), false);
	}

	/// The caller holds the lock, so that whatever is unfinished has nobody at work on it. What is not this draft's final is given up:
	/// it would come to stand after the final with older facts.
	private PackRuns.Made make(Edition draft, Consumer<String> progress) {
		if (!this.editions.later(draft).isEmpty()) {
			throw new PackProblem(PackProblem.Kind.DECISION, "A newer version than %s stands: it has no final any more.".formatted(draft.name()));
		}
		this.rules.demandUnchanged(draft);
		var left = this.editions.unfinished(draft.request());
		if (left.isPresent() && isFinal(left.get(), draft)) {
			return goOn(left.get(), progress);
		}
		left.ifPresent(this.maker::abandon);
		var cleared = this.signOffs.of(draft).orElseThrow();
		return make(this.newEditions.beginFinal(draft, cleared.erratum()));
	}

	/// Makes an edition that has been begun; one that cannot be made gives its number back.
	PackRuns.Made make(Edition edition) {
		return made(edition, false);
	}

	/// Goes on with the final of a cleared draft, whatever has changed since: it is made of what its posts have seen.
	PackRuns.Made goOn(Edition left, Consumer<String> progress) {
		progress.accept("going on with " + left.name() + ", which was left unfinished");
		return made(left, this.maker.isFrozen(left));
	}

	private PackRuns.Made made(Edition edition, boolean frozen) {
		try {
			return PackRuns.Made.of(frozen ? this.maker.goOn(edition) : this.maker.make(edition), true);
		}
		catch (RuntimeException ex) {
			this.maker.abandon(edition);
			throw ex;
		}
	}

}
