package org.packhorse.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

import org.packhorse.access.Actor;
import org.packhorse.authority.PostHolder;
import org.packhorse.authority.PostHolders;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.Progress;
import org.packhorse.pack.SignOffs;
import org.packhorse.pack.Software;
import org.packhorse.pack.Verification;
import org.packhorse.schedule.Schedule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Who may clear which draft: holders of the posts that it waits for, each for one post, nobody who made it.
@Component
class ClearanceRules {

	private final SignOffs signOffs;

	private final Editions editions;

	private final PostHolders holders;

	private final Verification verification;

	private final Clock clock;

	private final boolean oneAccountPerPerson;

	ClearanceRules(SignOffs signOffs, Editions editions, PostHolders holders, Verification verification, Clock clock,
			@Value("${packhorse.sign-off.one-account-per-person:no}") boolean oneAccountPerPerson) {
		this.signOffs = signOffs;
		this.editions = editions;
		this.holders = holders;
		this.verification = verification;
		this.clock = clock;
		this.oneAccountPerPerson = oneAccountPerPerson;
	}

	/// A draft that can still be cleared, or whose final has still to be made, and a post that it needs.
	Progress demand(Edition draft, String post) {
		if (!draft.request().draft()) {
			throw decision("%s is final: there is nothing to clear, and nothing of it can change.", draft.name());
		}
		var progress = this.signOffs.of(draft).filter(found -> !found.posts().isEmpty()).orElseThrow(() -> decision(
				"%s waits for nobody: it was made without sign-off. Make it again with ./packhorse run %s --as-at %s --sign-off POST.", draft.name(),
				draft.request().pack(), draft.request().asAt()));
		demandNewest(draft);
		if (progress.sentBack() != null) {
			throw decision("%s was %s. It cannot be cleared any more; once that is mended, run %s again for a new draft.", draft.name(), progress.words().replaceFirst("\\.$", ""),
					draft.request().pack());
		}
		if (progress.posts().stream().noneMatch(wanted -> wanted.name().equals(post))) {
			throw new PackProblem(PackProblem.Kind.USAGE, "%s does not need '%s'; the posts that clear it are: %s.".formatted(draft.name(), post,
					String.join("; ", progress.posts().stream().map(Progress.Post::name).toList())));
		}
		return progress;
	}

	private void demandNewest(Edition draft) {
		var later = this.editions.later(draft);
		var own = later.stream().filter(edition -> Objects.equals(edition.fromDraft(), draft.number())).findFirst();
		if (own.isPresent()) {
			throw decision("%s has been cleared by all its posts, and %s is its final.", draft.name(), own.get().name());
		}
		if (!later.isEmpty()) {
			throw decision("%s is superseded: %s is newer.", draft.name(), later.getLast().name());
		}
	}

	void demandMayClear(Edition draft, Progress progress, Approvals.Said said) {
		demandHolder(draft, said.post(), said.actor());
		demandStranger(draft, progress, said.actor());
		demandOnePost(draft, progress, said);
		demandUnchanged(draft);
		demandErratum(draft, progress, said);
	}

	void demandMaySendBack(Edition draft, Progress progress, String post, Actor actor) {
		if (progress.isCleared()) {
			throw decision("%s has been cleared by all its posts; its final is being made.", draft.name());
		}
		demandHolder(draft, post, actor);
	}

	private void demandHolder(Edition draft, String post, Actor actor) {
		var today = LocalDate.now(this.clock.withZone(Schedule.ZONE));
		var holders = this.holders.of(draft.request().authority(), post, today);
		if (holders.stream().map(PostHolder::account).noneMatch(actor.name()::equals)) {
			throw decision(holders.isEmpty() ? "Nobody is on file as %2$s of %3$s on %4$s, so nobody can clear for it; load table post_holders."
					: "%1$s is not on file as %2$s of %3$s on %4$s (table post_holders); somebody who is must clear it.", actor.name(), post,
					draft.request().authority(), today);
		}
	}

	private static void demandStranger(Edition draft, Progress progress, Actor actor) {
		if (actor.isSame(draft.request().requestedBy())) {
			throw decision("%s asked for %s and cannot clear it; another holder of the post must.", actor.name(), draft.name());
		}
		if (progress.authors().stream().anyMatch(actor::isSame)) {
			throw decision("%s changed templates that %s is made of since the final before it, and cannot clear it; another holder of the post must.",
					actor.name(), draft.name());
		}
	}

	private void demandOnePost(Edition draft, Progress progress, Approvals.Said said) {
		for (Progress.Post post : progress.posts()) {
			if (post.name().equals(said.post()) && post.isCleared()) {
				throw decision("%s has been cleared for %s already, by %s.", draft.name(), post.name(), post.by());
			}
			if (account(post).filter(said.actor()::isSame).isPresent()) {
				throw decision("%s has cleared %s for %s, and one person clears for one post.", said.actor().name(), draft.name(), post.name());
			}
			if (this.oneAccountPerPerson && through(post).filter(said.actor().through()::equalsIgnoreCase).isPresent()) {
				throw decision("%s has been cleared for %s through the account %s, and packhorse.sign-off.one-account-per-person lets nobody else clear through it.",
						draft.name(), post.name(), said.actor().through());
			}
		}
	}

	private static Optional<String> through(Progress.Post post) {
		return Optional.ofNullable(post.by()).map(by -> by.replaceFirst(".* via ", ""));
	}

	/// Records say `NAME via ACCOUNT`; the name is the person.
	private static Optional<String> account(Progress.Post post) {
		return Optional.ofNullable(post.by()).map(by -> by.replaceFirst(" via .*", ""));
	}

	/// What is published is what was seen: no file of the draft was changed, and this build makes its final.
	void demandUnchanged(Edition draft) {
		var changes = this.verification.changes(draft);
		if (!changes.isEmpty()) {
			throw new PackProblem(PackProblem.Kind.INPUT, "%s is not what was published and was not cleared: %s Make a new draft.".formatted(draft.name(), String.join(" ", changes)));
		}
		if (!Software.current().equals(draft.software())) {
			throw decision("%s was made by %s, and this is %s, whose final could look different from what is cleared; make a new draft with ./packhorse run %s.",
					draft.name(), draft.software(), Software.current(), draft.request().pack());
		}
	}

	/// Whether the final of the draft would still be what its posts have seen.
	boolean isUnchanged(Edition draft) {
		return Software.current().equals(draft.software()) && this.verification.changes(draft).isEmpty();
	}

	/// Asked of whoever clears last, unless somebody has said it before.
	private void demandErratum(Edition draft, Progress progress, Approvals.Said said) {
		var standing = this.editions.standing(draft);
		if (standing.isEmpty() && said.erratum() != null) {
			throw new PackProblem(PackProblem.Kind.USAGE, "No final of this council, pack and day stands that %s would supersede; leave --erratum out.".formatted(draft.name()));
		}
		if (standing.isPresent() && said.erratum() == null && progress.erratum() == null && progress.waitsFor().size() == 1) {
			throw decision("This is the last clearance, and its final will supersede %s: say with --erratum what was wrong in that, in words for its readers.",
					standing.get().name());
		}
	}

	private static PackProblem decision(String sentence, Object... words) {
		return new PackProblem(PackProblem.Kind.DECISION, sentence.formatted(words));
	}

}
