package org.packhorse.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.packhorse.access.Account;
import org.packhorse.access.Reach;
import org.packhorse.access.Role;
import org.packhorse.authority.Page;
import org.packhorse.authority.PostHolders;
import org.packhorse.authority.PostHolders.Held;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.Progress;
import org.packhorse.pack.Shelf;
import org.packhorse.pack.SignOffs;
import org.packhorse.run.Approvals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Drafts that wait for posts; whoever holds one reads the draft here, and clears it or sends it back with a reason.
@Controller
@ConditionalOnWebApplication
class SignOffPage {

	private static final Logger LOG = LoggerFactory.getLogger(SignOffPage.class);

	private static final String ONE = "/sign-off/{authority}/{pack}/{asAt}/{version}";

	private final SignOffs signOffs;

	private final Editions editions;

	private final Approvals approvals;

	private final PostHolders holders;

	private final Shelf shelf;

	private final NameBook names;

	private final Clock clock;

	SignOffPage(SignOffs signOffs, Editions editions, Approvals approvals, PostHolders holders, Shelf shelf, NameBook names, Clock clock) {
		this.signOffs = signOffs;
		this.editions = editions;
		this.approvals = approvals;
		this.holders = holders;
		this.shelf = shelf;
		this.names = names;
		this.clock = clock;
	}

	/// A draft that waits.
	public record Waiting(Called edition, String name, String title, String council, String pack, String authority, String asAt, String by, List<Post> posts, List<String> yours) {
	}

	/// A post, and whether it has cleared the draft.
	public record Post(String name, Tag state, String by, String note) {
	}

	/// One draft.
	///
	/// @param erratum whether a final of the same day stands, which the next one supersedes
	/// @param mine whether the one who looks asked for the draft
	public record Shown(Waiting draft, List<Option> posts, boolean acts, boolean mine, boolean erratum, String sentBack) {
	}

	@GetMapping("/sign-off")
	ModelAndView waiting(Account account, Typed typed) {
		var page = waitingFor(account, Paging.asked(typed.text("page")));
		return new ModelAndView("sign-off", Map.of("drafts", page.items(), "paging", new Paging("/sign-off", Map.of(), page.number(), page.total())));
	}

	/// A page of the drafts that wait and that somebody may read, those that wait for a post of theirs first.
	Page<Waiting> waitingFor(Account account, int number) {
		return waitingFor(account, this.names.open(), number);
	}

	/// The same for a page that says names itself.
	Page<Waiting> waitingFor(Account account, Names names, int number) {
		var page = this.shelf.waiting(Reach.of(account), account.name(), LocalDate.now(this.clock), number);
		var held = held(account);
		return page.map(standing -> waiting(names, held, standing.edition(), Objects.requireNonNull(standing.progress())));
	}

	@GetMapping(ONE)
	ModelAndView one(Account account, @PathVariable String authority, @PathVariable String pack, @PathVariable String asAt, @PathVariable String version) {
		return page(account, demand(account, authority, pack, asAt, version), Typed.with(Map.of()), HttpStatus.OK);
	}

	@PostMapping(ONE)
	ModelAndView decide(Account account, Typed typed, @PathVariable String authority, @PathVariable String pack, @PathVariable String asAt, @PathVariable String version,
			RedirectAttributes redirect) {
		var draft = demand(account, authority, pack, asAt, version);
		var done = decided(account, draft, typed);
		if (done.isEmpty()) {
			return page(account, draft, typed, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		redirect.addFlashAttribute("notice", done.get());
		return new ModelAndView("redirect:/sign-off");
	}

	/// Clears a draft or sends it back, and says what came of it; nothing where what was typed is at fault.
	Optional<String> decided(Account account, Edition draft, Typed typed) {
		var said = said(account, typed);
		if (typed.isFaulty()) {
			return Optional.empty();
		}
		boolean before = isCleared(draft, said);
		try {
			return Optional.of(typed.has("act", "back") ? sentBack(draft, said, typed) : cleared(draft, said));
		}
		catch (RuntimeException ex) {
			if (!before && isCleared(draft, said)) {
				LOG.warn("The final of {} was not made", draft.name(), ex);
				var why = ex instanceof PackProblem problem ? String.join(" ", Told.lines(problem)) : "The log of this installation says why.";
				return Optional.of("Cleared for %s; its final could not be made yet: %s It is tried again by itself.".formatted(said.post(), why));
			}
			if (!(ex instanceof PackProblem problem)) {
				throw ex;
			}
			if (problem.getMessage() != null && problem.getMessage().contains("--erratum")) {
				typed.fault("erratum", "Enter what was wrong in the final that this one supersedes: its readers see it");
			}
			else {
				typed.fault("post", problem);
			}
			return Optional.empty();
		}
	}

	/// Whether the post has been cleared by this very account: what stands, stands also where what comes after it fails.
	private boolean isCleared(Edition draft, Approvals.Said said) {
		return this.signOffs.of(draft)
			.stream()
			.flatMap(progress -> progress.posts().stream())
			.anyMatch(post -> post.name().equals(said.post()) && post.isCleared() && said.actor().toString().equals(post.by()));
	}

	private static Approvals.Said said(Account account, Typed typed) {
		var post = typed.text("post");
		if (!typed.has("act", "clear") && !typed.has("act", "back")) {
			typed.fault("act", "Say whether to clear the draft (clear) or to send it back (back)");
		}
		if (post.isEmpty()) {
			typed.fault("post", "Select the post that you act for");
		}
		var note = typed.line("note", "Note", 500);
		var erratum = typed.line("erratum", "Erratum", 1000);
		var reason = typed.line("reason", "Reason", 500);
		if (typed.has("act", "back") && reason.isEmpty()) {
			typed.fault("reason", "Enter why it goes back");
		}
		if (typed.has("act", "clear") && !reason.isEmpty()) {
			typed.fault("reason", "A reason is given for sending the draft back. Send it back, or leave the reason out to clear it");
		}
		return new Approvals.Said(post, account.actor(), note, erratum.isEmpty() ? null : erratum);
	}

	private String cleared(Edition draft, Approvals.Said said) {
		var cleared = this.approvals.clear(draft, said, _ -> {
		});
		return cleared.made().map(made -> "Cleared. Its final stands: %s (%s).".formatted(this.names.open().edition(made.name()), made.name())).orElse("Cleared for %s. It still %s.".formatted(said.post(), cleared.progress().words()));
	}

	private String sentBack(Edition draft, Approvals.Said said, Typed typed) {
		this.approvals.sendBack(draft, said.post(), said.actor(), typed.text("reason"));
		return "Sent back. The next run makes a new draft.";
	}

	/// A draft that the account may read; what is no draft, or beyond its clearance, is not there.
	Edition demand(Account account, String... name) {
		return this.shelf.find(String.join("/", name), Reach.of(account).ofReader())
			.filter(edition -> edition.request().draft())
			.filter(edition -> this.signOffs.of(edition).filter(progress -> !progress.posts().isEmpty()).isPresent())
			.orElseThrow(NothingThere::new);
	}

	private ModelAndView page(Account account, Edition draft, Typed typed, HttpStatus status) {
		var progress = this.signOffs.of(draft).orElseThrow();
		var waiting = waiting(this.names.open(), held(account), draft, progress);
		boolean open = progress.sentBack() == null && !progress.isCleared() && this.editions.later(draft).isEmpty();
		boolean mine = account.actor().isSame(draft.request().requestedBy());
		var posts = waiting.yours().stream().map(post -> new Option(post, post)).toList();
		var form = posts.size() == 1 && typed.text("post").isEmpty() && !typed.isFaulty() ? Typed.with(Map.of("post", List.of(posts.getFirst().value()))) : typed;
		var shown = new Shown(waiting, posts, open && !posts.isEmpty() && account.roles().contains(Role.APPROVER), mine, this.editions.standing(draft).isPresent(),
				Optional.ofNullable(progress.sentBack()).map(_ -> progress.words()).orElse(""));
		return new ModelAndView("one-sign-off", Map.of("typed", form, "page", shown), status);
	}

	private static Waiting waiting(Names names, Set<Held> held, Edition draft, Progress progress) {
		var request = draft.request();
		var posts = progress.posts()
			.stream()
			.map(post -> new Post(post.name(), post.isCleared() ? new Tag("cleared", "green") : new Tag("waits", "yellow"),
					Optional.ofNullable(post.by()).map(by -> by + (post.at() == null ? "" : ", " + Words.moment(post.at()))).orElse(""), post.note()))
			.toList();
		var yours = progress.waitsFor().stream().filter(post -> held.contains(new Held(request.authority(), post))).toList();
		return new Waiting(names.called(draft), draft.name(), names.pack(request.pack()), names.council(request.authority()), request.pack(), request.authority(), Words.day(request.asAt()),
				request.requestedBy(), posts, yours);
	}

	private Set<Held> held(Account account) {
		return this.holders.of(account.name(), LocalDate.now(this.clock));
	}

}
