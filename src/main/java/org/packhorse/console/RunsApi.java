package org.packhorse.console;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.run.PackRun;
import org.packhorse.run.PackRun.Item;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Runs for scripts: what [RunPage] and [RunsPage] do.
@RestController
@ConditionalOnWebApplication
class RunsApi {

	private final RunPage asking;

	private final RunsPage runs;

	private final RunDesk desk;

	private final PackSight sight;

	RunsApi(RunPage asking, RunsPage runs, RunDesk desk, PackSight sight) {
		this.asking = asking;
		this.runs = runs;
		this.desk = desk;
		this.sight = sight;
	}

	/// What to make; the fields of the page, under the same names.
	///
	/// @param pack one or several packs
	/// @param authority a council's code, or `all`
	/// @param signOff posts that must clear it
	public record Asked(List<String> pack, String authority, @Nullable LocalDate asAt, @Nullable LocalDate since, @Nullable List<String> format, @Nullable Boolean draft,
			@Nullable List<String> signOff, @Nullable String erratum) {
	}

	/// A run.
	///
	/// @param state running, stopping, done, failed, stopped, or lost where nobody watches over it
	public record Run(long run, String question, String state, String requestedBy, Instant requestedAt, @Nullable Instant endedAt, int packs, int made, int failed) {
	}

	/// A run with its packs.
	public record Whole(Run run, Api.Page<Pack> packs) {
	}

	/// One pack of a run.
	///
	/// @param state waiting, making, done or failed
	/// @param editions the editions that stand, by name
	/// @param said warnings, and what kept it from being made
	public record Pack(int no, String pack, String authority, LocalDate asAt, String state, @Nullable Instant startedAt, @Nullable Instant endedAt, List<String> editions, List<String> said) {
	}

	@GetMapping("/api/v1/runs")
	@Filters(Api.Pages.class)
	Api.Page<Run> list(Account account, Typed typed) {
		Api.demandFaultless(typed);
		var seen = this.sight.runs(account);
		var paging = new Paging("", Map.of(), Paging.asked(typed.text("page")), this.desk.log().count(seen));
		return Api.Page.of(paging, this.desk.log().newest(seen, paging.skipped(), Paging.SIZE).stream().map(this::run).toList());
	}

	@PostMapping("/api/v1/runs")
	@Fields(Asked.class)
	@ResponseStatus(HttpStatus.ACCEPTED)
	ResponseEntity<Run> begin(Account account, Typed typed) {
		long run = this.asking.begun(account, typed).orElseThrow(() -> new Api.Refused(typed));
		return ResponseEntity.accepted().location(URI.create("/api/v1/runs/" + run)).body(run(this.runs.demand(account, run)));
	}

	@GetMapping("/api/v1/runs/{run}")
	@Filters(Api.Pages.class)
	Whole one(Account account, Typed typed, @PathVariable long run) {
		Api.demandFaultless(typed);
		var found = this.runs.demand(account, run);
		var paging = new Paging("", Map.of(), Paging.asked(typed.text("page")), found.packs());
		var eyes = this.sight.eyes(account);
		return new Whole(run(found), Api.Page.of(paging, this.desk.log().items(run, paging.skipped() + 1, paging.skipped() + Paging.SIZE).stream().map(item -> pack(eyes, item)).toList()));
	}

	@PostMapping("/api/v1/runs/{run}/stop")
	Api.Done stop(Account account, @PathVariable long run) {
		this.desk.stop(this.runs.demand(account, run));
		return new Api.Done("The run ends with the packs that are in the making.");
	}

	@PostMapping("/api/v1/runs/{run}/again")
	Api.Done again(Account account, @PathVariable long run) {
		this.desk.again(account, this.runs.demand(account, run));
		return new Api.Done("What is missing is being made.");
	}

	private Run run(PackRun run) {
		var state = this.desk.isLost(run) && run.state() != PackRun.State.STOPPED ? "lost" : run.state().name().toLowerCase(Locale.ROOT);
		return new Run(run.number(), run.question(), state, run.requestedBy(), run.requestedAt(), run.endedAt(), run.packs(), run.made(), run.failed());
	}

	private Pack pack(PackSight.Eyes eyes, Item item) {
		var request = item.request();
		boolean reads = eyes.reads(request.authority(), request.pack());
		var editions = item.outcome() == null ? List.<String>of() : item.outcome().stands().stream().map(PackRun.Stands::name).toList();
		return new Pack(item.no(), request.pack(), request.authority(), request.asAt(), item.state().name().toLowerCase(Locale.ROOT), item.startedAt(), item.endedAt(), editions,
				this.runs.said(item.outcome(), reads));
	}

}
