package org.packhorse.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.access.Role;
import org.packhorse.pack.PackProblem;
import org.packhorse.run.PackRun;
import org.packhorse.run.PackRun.Item;
import org.packhorse.run.PackRun.Outcome;
import org.packhorse.run.PackRun.State;
import org.packhorse.run.PackWords;
import org.packhorse.run.RunOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What ran, and one run with its packs: how far it has come, what was said, what failed and why.
@Controller
@ConditionalOnWebApplication
class RunsPage {

	private final RunDesk desk;

	private final PackSight sight;

	private final PackWords words;

	private final NameBook names;

	RunsPage(RunDesk desk, PackSight sight, PackWords words, NameBook names) {
		this.desk = desk;
		this.sight = sight;
		this.words = words;
		this.names = names;
	}

	/// A run in a list.
	public record Line(long number, String question, Tag state, String count, String by, String at) {
	}

	/// One run.
	///
	/// @param live whether it may still move
	public record Shown(Line run, boolean live, boolean stops, boolean goesOn, int packs, int ended, String lasted, List<Pack> items, Paging paging) {
	}

	/// One pack of it.
	public record Pack(int no, String what, Tag state, String took, String by, List<Stood> editions, List<String> said) {
	}

	/// An edition that stands.
	public record Stood(Called edition, String words, boolean open) {
	}

	@GetMapping("/runs")
	ModelAndView runs(Account account, Typed typed) {
		var seen = this.sight.runs(account);
		var paging = new Paging("/runs", Map.of(), Paging.asked(typed.text("page")), this.desk.log().count(seen));
		var lines = lines(this.names.open(), this.desk.log().newest(seen, paging.skipped(), Paging.SIZE));
		return new ModelAndView("runs", Map.of("runs", lines, "paging", paging));
	}

	@GetMapping("/runs/{run}")
	ModelAndView one(Account account, Typed typed, @PathVariable long run) {
		return new ModelAndView("one-run", Map.of("typed", typed, "page", shown(account, demand(account, run), Paging.asked(typed.text("page")))));
	}

	@GetMapping("/runs/{run}/state")
	ModelAndView state(Account account, Typed typed, @PathVariable long run, HttpServletResponse response) {
		var shown = shown(account, demand(account, run), Paging.asked(typed.text("page")));
		if (!shown.live()) {
			// What can be done with the run is another thing now, so all of its page is asked for once more.
			response.setHeader("HX-Refresh", "true");
		}
		return new ModelAndView("run-state", Map.of("page", shown));
	}

	@PostMapping("/runs/{run}/stop")
	ModelAndView stop(Account account, Typed typed, @PathVariable long run, RedirectAttributes redirect) {
		return done(account, typed, run, () -> {
			this.desk.stop(demand(account, run));
			redirect.addFlashAttribute("notice", "The run ends with the packs that are in the making.");
		});
	}

	@PostMapping("/runs/{run}/again")
	ModelAndView again(Account account, Typed typed, @PathVariable long run, RedirectAttributes redirect) {
		return done(account, typed, run, () -> {
			this.desk.again(account, demand(account, run));
			redirect.addFlashAttribute("notice", "What is missing is being made.");
		});
	}

	private ModelAndView done(Account account, Typed typed, long run, Runnable work) {
		try {
			work.run();
			return new ModelAndView("redirect:/runs/" + run);
		}
		catch (PackProblem ex) {
			typed.fault("", ex);
			return one(account, typed, run);
		}
	}

	PackRun demand(Account account, long run) {
		return this.desk.log().find(run).filter(found -> this.desk.log().isSeen(run, this.sight.runs(account))).orElseThrow(NothingThere::new);
	}

	private Shown shown(Account account, PackRun run, int page) {
		boolean lost = this.desk.isLost(run);
		boolean live = !lost && (run.state() == State.RUNNING || run.state() == State.STOPPING);
		boolean acts = account.isAny(Set.of(Role.AUTHOR, Role.ADMIN));
		var paging = new Paging("/runs/" + run.number(), Map.of(), page, run.packs());
		var eyes = this.sight.eyes(account);
		var names = this.names.open();
		var items = this.desk.log().items(run.number(), paging.skipped() + 1, paging.skipped() + Paging.SIZE).stream().map(item -> pack(names, eyes, item)).toList();
		var until = run.endedAt();
		return new Shown(line(names, run), live, acts && live && run.state() == State.RUNNING && run.origin() == PackRun.Origin.COMMAND, acts && (lost || run.state() == State.FAILED), run.packs(),
				run.made() + run.failed(), until == null ? "" : Words.lasting(Duration.between(run.requestedAt(), until)), items, paging);
	}

	/// Runs as a list shows them.
	List<Line> lines(Names names, List<PackRun> runs) {
		return runs.stream().map(run -> line(names, run)).toList();
	}

	private Line line(Names names, PackRun run) {
		return new Line(run.number(), RunOrder.said(run.question(), names), state(run, this.desk.isLost(run)),
				run.failed() == 0 ? "%,d of %,d stand".formatted(run.made(), run.packs()) : "%,d of %,d stand, %,d failed".formatted(run.made(), run.packs(), run.failed()), run.requestedBy(),
				Words.moment(run.requestedAt()));
	}

	private static Tag state(PackRun run, boolean lost) {
		if (lost && run.state() != State.STOPPED) {
			return new Tag("lost its process", "red");
		}
		return switch (run.state()) {
			case RUNNING -> new Tag("at work", "blue");
			case STOPPING -> new Tag("stopping", "yellow");
			case DONE -> new Tag("done", "green");
			case FAILED -> new Tag("failed", "red");
			case STOPPED -> new Tag("stopped", "yellow");
		};
	}

	private Pack pack(Names names, PackSight.Eyes eyes, Item item) {
		var request = item.request();
		boolean reads = eyes.reads(request.authority(), request.pack());
		var state = switch (item.state()) {
			case WAITING -> new Tag("waits", "grey");
			case MAKING -> new Tag("being made", "blue");
			case DONE -> new Tag("stands", "green");
			case FAILED -> new Tag("failed", "red");
		};
		var took = item.startedAt() == null || item.endedAt() == null ? "" : "%.1f s".formatted(Duration.between(item.startedAt(), item.endedAt()).toMillis() / 1000.0);
		return new Pack(item.no(), names.pack(request.authority(), request.pack(), request.asAt()), state, took, Objects.requireNonNullElse(item.madeBy(), ""),
				editions(names, item.outcome(), reads), said(item.outcome(), reads));
	}

	private static List<Stood> editions(Names names, @Nullable Outcome outcome, boolean reads) {
		return outcome == null ? List.of()
				: outcome.stands().stream().map(stands -> new Stood(names.called(stands.name()), PackWords.stands(stands), reads)).toList();
	}

	/// What was said of a pack stands for those who may read it: a warning may quote it.
	List<String> said(@Nullable Outcome outcome, boolean reads) {
		if (outcome == null) {
			return List.of();
		}
		if (!reads) {
			return Optional.ofNullable(outcome.trouble()).map(trouble -> List.of("Not made (%s). Somebody who may read the pack sees why.".formatted(kind(trouble.kind())))).orElse(List.of());
		}
		var said = new ArrayList<>(outcome.told());
		outcome.stands().forEach(stands -> this.words.of(stands).forEach(words -> said.add(Words.capital(words))));
		var lines = new ArrayList<>(said.stream().flatMap(words -> Told.lines(words).stream()).toList());
		if (outcome.trouble() != null) {
			lines.addAll(Told.lines(outcome.trouble()));
		}
		return lines;
	}

	private static String kind(PackProblem.Kind kind) {
		return switch (kind) {
			case USAGE -> "it does not exist any more";
			case INPUT -> "templates, rules or facts are at fault";
			case BUSY -> "try again later";
			case DECISION -> "a person must decide";
			case FAILED -> "something failed";
		};
	}

}
