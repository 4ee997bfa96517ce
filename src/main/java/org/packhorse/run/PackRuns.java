package org.packhorse.run;

import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.packhorse.access.Actors;
import org.packhorse.authority.Authorities;
import org.packhorse.authority.Authority;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.NewEditions;
import org.packhorse.pack.PackMaker;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Progress;
import org.packhorse.pack.Publishing;
import org.packhorse.pack.SignOff;
import org.packhorse.pack.SignOffs;
import org.packhorse.writer.NotRendered;
import org.springframework.stereotype.Service;

/// Runs: which editions a question asks for, and the making of each.
@Service
public class PackRuns {

	private static final String ALL = "all";

	private final Authorities authorities;

	private final Editions editions;

	private final NewEditions newEditions;

	private final SignOffs signOffs;

	private final WantedPosts wanted;

	private final ClearanceRules rules;

	private final Publishing publishing;

	private final PackMaker maker;

	private final Finals finals;

	private final Actors actors;

	private final Clock clock;

	PackRuns(Authorities authorities, Editions editions, NewEditions newEditions, SignOffs signOffs, WantedPosts wanted, ClearanceRules rules, Publishing publishing, PackMaker maker,
			Finals finals, Actors actors, Clock clock) {
		this.authorities = authorities;
		this.editions = editions;
		this.newEditions = newEditions;
		this.signOffs = signOffs;
		this.wanted = wanted;
		this.rules = rules;
		this.publishing = publishing;
		this.maker = maker;
		this.finals = finals;
		this.actors = actors;
		this.clock = clock;
	}

	/// What a run came to: the edition that stands now, whether it is new, what its formats could not show, what a person should
	/// look at before others read it, notes for whoever answers for the report, and the posts that have still to clear it.
	public record Made(Edition edition, boolean published, List<NotRendered> notRendered, List<String> toLookAt, List<String> notes, List<String> waitsFor,
			Optional<PackRequest> part2) {

		/// What nobody has to clear.
		static Made of(org.packhorse.pack.Made made, boolean published) {
			return new Made(made.edition(), published, made.notRendered(), made.toLookAt(), made.notes(), List.of(), made.part2());
		}

		Made waitingFor(List<String> posts) {
			return new Made(this.edition, this.published, this.notRendered, this.toLookAt, this.notes, posts, this.part2);
		}

	}

	/// The packs of each council that a question asks for; all that is wrong with the question is said at once.
	public List<PackRequest> requests(RunQuestion question) {
		var faults = new ArrayList<String>();
		var councils = councils(question, faults);
		question.packs().stream().distinct().forEach(pack -> faults.addAll(this.maker.faults(pack, question.house())));
		var asAt = question.asAt() != null ? question.asAt() : LocalDate.now(this.clock);
		if (question.since() != null && !question.since().isBefore(asAt)) {
			faults.add("Movement is measured from a day before the pack's own: --since %s is not before %s.".formatted(question.since(), asAt));
		}
		var posts = this.wanted.faults(question.signOff(), councils.stream().map(Authority::code).toList());
		if (!faults.isEmpty() || !posts.isEmpty()) {
			throw new PackProblem(faults.isEmpty() ? PackProblem.Kind.INPUT : PackProblem.Kind.USAGE,
					Stream.concat(faults.stream(), posts.stream()).collect(Collectors.joining("\npackhorse: ")));
		}
		return councils.stream()
			.flatMap(council -> question.packs().stream().distinct().map(pack -> new PackRequest(council.code(), pack, asAt, question.since(), question.formats(),
					question.house(), question.draft(), question.deepDive(), question.store(), this.actors.current().name(),
					new SignOff(question.signOff(), List.of(), ""), question.erratum())))
			.toList();
	}

	/// What is wrong with posts that somebody names for a council, or for `all`.
	public List<String> faultsOfPosts(List<String> posts, String authority) {
		return this.wanted.faults(posts, ALL.equals(authority) ? this.authorities.withPlans().stream().map(Authority::code).toList() : List.of(authority));
	}

	/// Makes one edition for a run, or finds that the newest one says the same. One run at a time makes a pack of a council and day. What
	/// posts have to clear is made as a draft that waits for them.
	public Made make(PackRequest asked, long run, Consumer<String> progress) {
		var request = this.wanted.of(asked);
		if (request.draft() && !asked.draft()) {
			progress.accept("made as a draft, for %s must clear it (so %s says)".formatted(String.join(" and ", request.signOff().posts()),
					why(asked, request)));
		}
		try (var _ = this.publishing.lock(request, run)) {
			var made = this.editions.unfinished(request)
				.flatMap(left -> left.fromDraft() == null ? takeUp(left, request, progress) : cleared(left, request, progress))
				.or(() -> standing(request))
				.orElseGet(() -> this.finals.make(this.newEditions.begin(request)));
			return made.waitingFor(this.signOffs.of(made.edition()).map(Progress::waitsFor).orElse(List.of()));
		}
	}

	private static String why(PackRequest asked, PackRequest request) {
		if (!asked.signOff().posts().isEmpty()) {
			return "whoever asked";
		}
		return request.signOff().schedule().isEmpty() ? "its newest edition of that day, or its pack.yml," : "schedule " + request.signOff().schedule();
	}

	/// Goes on with an edition that another run left unfinished, when it would still say the same; else gives its number back.
	private Optional<Made> takeUp(Edition left, PackRequest request, Consumer<String> progress) {
		if (this.maker.isFrozen(left) && this.maker.isCurrent(left, request)) {
			return Optional.of(this.finals.goOn(left, progress));
		}
		progress.accept(left.name() + " was left unfinished and its facts have changed since: it is begun afresh");
		this.maker.abandon(left);
		return Optional.empty();
	}

	/// The final of a draft that its posts had cleared comes first; it may be all that is asked for. Where it would not be what they
	/// have seen, there is a new draft to clear instead.
	private Optional<Made> cleared(Edition left, PackRequest request, Consumer<String> progress) {
		if (!this.rules.isUnchanged(this.editions.find(left.fromDraft()))) {
			progress.accept(left.name() + " was left unfinished and would not be what was cleared: it is given up");
			this.maker.abandon(left);
			return Optional.empty();
		}
		var made = this.finals.goOn(left, progress);
		return this.maker.isCurrent(made.edition(), request) ? Optional.of(made) : Optional.empty();
	}

	/// The newest edition, when a new one would say the same and is not wanted for somebody else to clear.
	private Optional<Made> standing(PackRequest request) {
		return this.editions.newest(request)
			.filter(newest -> isCleared(newest, request) && isAsCleared(newest) && this.maker.isCurrent(newest, request))
			.map(newest -> {
				this.newEditions.demandPosts(newest, request.signOff(), request.requestedBy());
				return Made.of(this.maker.standing(newest), false);
			});
	}

	/// Whether the edition is, or waits to be, cleared by the posts that are wanted, in whatever order; one that was sent back is not.
	/// A final has been cleared by those of its draft, and by nobody where it was made without one.
	private boolean isCleared(Edition edition, PackRequest request) {
		var wanted = Set.copyOf(request.signOff().posts());
		var progress = this.signOffs.of(edition.fromDraft() == null ? edition : this.editions.find(edition.fromDraft()));
		var posts = progress.map(found -> found.posts().stream().map(Progress.Post::name).collect(Collectors.toUnmodifiableSet())).orElse(Set.of());
		if (!edition.request().draft()) {
			return posts.containsAll(wanted);
		}
		// A draft that waits for nobody can be made to wait.
		return posts.isEmpty() || progress.get().sentBack() == null && (wanted.isEmpty() || posts.equals(wanted));
	}

	/// A draft whose files were changed since it was published can be cleared by nobody: there has to be another.
	private boolean isAsCleared(Edition edition) {
		return !edition.request().draft() || !Files.isDirectory(edition.path()) || this.signOffs.of(edition).isEmpty() || this.rules.isUnchanged(edition);
	}

	/// What has to be made next to it: Part 2 of the same report, from the same frozen facts, where words of it are exempt. The
	/// same posts clear it; to the lists of Part 1 it does not go, for these have other readers.
	public Optional<PackRequest> part2(Made made) {
		var posts = this.signOffs.of(made.edition()).map(progress -> progress.posts().stream().map(Progress.Post::name).toList()).orElse(List.of());
		return made.part2().map(part2 -> posts.isEmpty() ? part2 : part2.signedOff(new SignOff(posts, List.of(), "")));
	}

	private List<Authority> councils(RunQuestion question, List<String> faults) {
		var known = this.authorities.withPlans();
		if (ALL.equals(question.authority())) {
			if (known.isEmpty()) {
				faults.add("No council with a plan is loaded; load one with ./packhorse load FILE…");
			}
			return known;
		}
		if (question.authority() != null) {
			var found = this.authorities.find(question.authority());
			found.ifPresentOrElse(_ -> {
			}, () -> faults.add("There is no council '%s' on file; %s".formatted(question.authority(), listed(known))));
			return found.stream().toList();
		}
		if (known.size() != 1) {
			faults.add(known.isEmpty() ? "No council with a plan is loaded; load one with ./packhorse load FILE…"
					: "Several councils are loaded, say which with --authority CODE, or --authority all; " + listed(known));
		}
		return known;
	}

	private static String listed(List<Authority> councils) {
		return councils.isEmpty() ? "none is loaded yet."
				: "on file are " + String.join(", ", councils.stream().map(council -> council.code() + " (" + council.name() + ")").toList()) + ".";
	}

}
