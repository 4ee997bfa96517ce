package org.packhorse.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Actor;
import org.packhorse.access.AuditTrail;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.Progress;
import org.packhorse.pack.Publishing;
import org.packhorse.pack.SignOffs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Clears drafts post by post, sends them back, and publishes the final once the last post has cleared it.
///
/// Nothing clears by time. A final whose making was interrupted is finished by the next clearance, or by [#finish(Consumer)].
@Service
public class Approvals {

	private static final Logger LOG = LoggerFactory.getLogger(Approvals.class);

	private final Editions editions;

	private final SignOffs signOffs;

	private final ClearanceRules rules;

	private final Publishing publishing;

	private final Runs runs;

	private final AuditTrail audit;

	private final Home home;

	private final Pauses pauses;

	Approvals(Editions editions, SignOffs signOffs, ClearanceRules rules, Publishing publishing, Runs runs, AuditTrail audit, Home home, Clock clock) {
		this.editions = editions;
		this.signOffs = signOffs;
		this.rules = rules;
		this.publishing = publishing;
		this.runs = runs;
		this.audit = audit;
		this.home = home;
		this.pauses = new Pauses(clock);
	}

	/// What a person says of a draft.
	///
	/// @param note for those who clear after, or blank
	/// @param erratum what was wrong in the final that this one will supersede, in words for readers, or null
	public record Said(String post, Actor actor, String note, @Nullable String erratum) {
	}

	/// What a clearance came to: the draft, how far its sign-off has come, and its final once that stands.
	public record Cleared(Edition draft, Progress progress, Optional<Edition> made) {
	}

	/// The edition of a name such as `E08000013/improvement-board/2026-03-31/v1`, or of the path of its folder.
	public Edition find(String nameOrFolder) {
		var name = nameOrFolder.replaceFirst("^\\./", "").replaceFirst("/+$", "");
		var named = this.editions.named(name);
		var found = named.size() > 1 ? named.stream().filter(edition -> edition.request().store().equals(this.home.out())).toList() : named;
		return found.stream().findFirst().or(() -> ofFolder(Path.of(nameOrFolder))).orElseThrow(() -> new PackProblem(PackProblem.Kind.USAGE, (named.isEmpty()
				? "There is no edition %s on record; ./packhorse editions lists them." : "Several folders hold an edition %s; name the one that is meant by its path.")
			.formatted(nameOrFolder)));
	}

	private Optional<Edition> ofFolder(Path folder) {
		var path = folder.toAbsolutePath().normalize();
		if (path.getNameCount() < 4) {
			return Optional.empty();
		}
		var name = path.subpath(path.getNameCount() - 4, path.getNameCount()).toString().replace(path.getFileSystem().getSeparator(), "/");
		return this.editions.named(name).stream().filter(edition -> edition.path().toAbsolutePath().normalize().equals(path)).findFirst();
	}

	/// Clears a draft for a post; the last clearance publishes the final.
	public Cleared clear(Edition draft, Said said, Consumer<String> progress) {
		var now = cleared(draft, said);
		return new Cleared(draft, now, now.isCleared() ? Optional.of(finish(draft, progress)) : Optional.empty());
	}

	private Progress cleared(Edition draft, Said said) {
		try (var lock = this.publishing.lock(draft.request())) {
			var before = this.rules.demand(draft, said.post());
			if (!before.isCleared()) {
				this.rules.demandMayClear(draft, before, said);
				lock.holdWhile(() -> put(draft, said));
			}
			return this.signOffs.of(draft).orElseThrow();
		}
	}

	/// The draft's manifest goes into the audit trail: it says what was cleared to the byte.
	private void put(Edition draft, Said said) {
		if (!this.signOffs.clear(draft, said.post(), said.actor(), said.note(), said.erratum())) {
			throw new PackProblem(PackProblem.Kind.DECISION, "%s has been cleared for %s already.".formatted(draft.name(), said.post()));
		}
		this.audit.record(said.actor(), "cleared", draft.name(), Map.of("post", said.post(), "manifestSha256", String.valueOf(draft.manifestSha256())));
	}

	/// Sends a draft back: it cannot be cleared any more, and the next run makes a new one.
	public Progress sendBack(Edition draft, String post, Actor actor, String reason) {
		try (var lock = this.publishing.lock(draft.request())) {
			var before = this.rules.demand(draft, post);
			this.rules.demandMaySendBack(draft, before, post, actor);
			lock.holdWhile(() -> {
				this.signOffs.sendBack(draft, post, actor, reason);
				this.audit.record(actor, "sent back", draft.name(), Map.of("post", post));
			});
			return this.signOffs.of(draft).orElseThrow();
		}
	}

	/// Finishes finals whose making was interrupted, and tells of each; one that another process is at work on is left to it, and one
	/// that cannot be made keeps nobody from the others and rests for a while before it is tried again.
	public List<Edition> finish(Consumer<String> news) {
		return this.signOffs.unfinished()
			.stream()
			.filter(draft -> !this.pauses.isResting(draft.number()))
			.flatMap(draft -> tried(draft, news).stream())
			.toList();
	}

	private Optional<Edition> tried(Edition draft, Consumer<String> news) {
		try {
			if (!this.editions.later(draft).isEmpty()) {
				return Optional.empty();
			}
			var made = finish(draft, news);
			this.pauses.ended(draft.number());
			return Optional.of(made);
		}
		catch (RuntimeException ex) {
			if (!(ex instanceof PackProblem problem && problem.kind() == PackProblem.Kind.BUSY)) {
				this.pauses.failed(draft.number());
				LOG.warn("The final of {} was not made", draft.name(), ex);
				news.accept("%s is cleared, and its final was not made: %s".formatted(draft.name(), ex.getMessage()));
			}
			return Optional.empty();
		}
	}

	private Edition finish(Edition draft, Consumer<String> progress) {
		return this.editions.find(this.runs.makeFinal(draft, progress).edition());
	}

}
