package org.packhorse.console;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.pack.Gap;
import org.packhorse.pack.PackProblem;
import org.packhorse.tracker.Freshness;
import org.packhorse.tracker.LoadedFile;
import org.packhorse.tracker.PlanFreshness;
import org.packhorse.tracker.TrackerProblem;
import org.packhorse.tracker.Upload;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Data for scripts: what [DataPage], [UploadPage] and [ReadinessPage] do.
@RestController
@ConditionalOnWebApplication
class DataApi {

	private final DataDesk desk;

	private final ReadinessDesk readiness;

	DataApi(DataDesk desk, ReadinessDesk readiness) {
		this.desk = desk;
		this.readiness = readiness;
	}

	/// One council, as fresh as it is.
	public record Fresh(String code, String name, List<Freshness.Table> tables, List<PlanFreshness.OfLead> leads, List<PlanFreshness.OfSection> sections, List<Freshness.Indicator> indicators) {
	}

	/// An upload.
	///
	/// @param state checking, checked, loading or loaded
	/// @param loadable whether all of it can go in
	/// @param failed whether something broke off that is not the files' fault
	public record Sent(String id, String state, boolean loadable, boolean failed, Instant until, List<File> files) {
	}

	/// A file of it.
	///
	/// @param good whether it has no fault; false while it is not known
	/// @param faults at most a thousand of them
	public record File(String name, long bytes, String sha256, boolean good, List<LoadedFile.Table> tables, List<String> notes, long faultCount, List<Fault> faults) {
	}

	/// Something that is wrong.
	///
	/// @param row 0 where the fault is not in one row
	public record Fault(String sheet, int row, int line, String column, String cell, String found, String remedy) {
	}

	/// Which pack somebody wants to know of.
	///
	/// @param asAt today when left out
	public record Wanted(String pack, String authority, @Nullable LocalDate asAt) {
	}

	/// What a pack lacks.
	public record Ready(String pack, String authority, LocalDate asAt, boolean ready, List<Missing> missing) {
	}

	/// One thing that it lacks.
	///
	/// @param leads posts that can mend it
	public record Missing(String kind, List<String> leads, String subject, String words) {
	}

	@GetMapping("/api/v1/data")
	@Filters(Api.Pages.class)
	Api.Page<Freshness.Council> councils(Account account, Typed typed) {
		Api.demandFaultless(typed);
		var paging = this.desk.councils(account, "", typed.text("page"));
		return Api.Page.of(paging, this.desk.councils(account, paging));
	}

	@GetMapping("/api/v1/data/{authority}")
	Fresh council(Account account, @PathVariable String authority) {
		var council = this.desk.council(account, authority);
		var fresh = this.desk.freshness(council);
		return new Fresh(council.code(), council.name(), fresh.tables(), fresh.leads(), fresh.sections(), fresh.indicators());
	}

	@GetMapping("/api/v1/uploads")
	List<Sent> uploads(Account account) {
		return this.desk.uploads(account).stream().map(DataApi::sent).toList();
	}

	@PostMapping("/api/v1/uploads")
	@Files
	@ResponseStatus(HttpStatus.CREATED)
	ResponseEntity<Sent> send(Account account, HttpServletRequest request) {
		var upload = this.desk.send(account, request);
		return ResponseEntity.created(URI.create("/api/v1/uploads/" + upload.id())).body(sent(upload));
	}

	@GetMapping("/api/v1/uploads/{id}")
	Sent upload(Account account, @PathVariable String id) {
		return sent(this.desk.upload(account, id));
	}

	@PostMapping("/api/v1/uploads/{id}/load")
	Sent load(Account account, @PathVariable String id) {
		return sent(this.desk.load(account, id));
	}

	@PostMapping("/api/v1/uploads/{id}/discard")
	Api.Done discard(Account account, @PathVariable String id) {
		if (!this.desk.discard(account, id)) {
			throw new PackProblem(PackProblem.Kind.DECISION, "The upload is being worked on and stays. Ask again when it is done.");
		}
		return new Api.Done("The upload is discarded; nothing of it was kept.");
	}

	@GetMapping("/api/v1/readiness")
	@Filters(Wanted.class)
	Ready readiness(Account account, Typed typed) {
		var asAt = typed.day("asAt", "As-at date");
		Api.demandFaultless(typed);
		return this.readiness.of(account, typed.text("pack"), typed.text("authority"), asAt).map(DataApi::ready).orElseThrow(NothingThere::new);
	}

	private static Ready ready(ReadinessDesk.Ready ready) {
		return new Ready(ready.request().pack(), ready.request().authority(), ready.request().asAt(), ready.gaps().isEmpty(), ready.gaps().all().stream().map(DataApi::missing).toList());
	}

	private static Missing missing(Gap gap) {
		return new Missing(gap.kind().id(), gap.leads(), gap.subject(), gap.sentence());
	}

	private static Sent sent(Upload upload) {
		var files = IntStream.range(0, upload.files().size()).mapToObj(i -> file(upload.files().get(i), upload.outcomes().isEmpty() ? null : upload.outcomes().get(i))).toList();
		return new Sent(upload.id(), upload.state().name().toLowerCase(Locale.ROOT), upload.isLoadable(), upload.failed(), upload.until(), files);
	}

	private static File file(Upload.Sent sent, @Nullable LoadedFile outcome) {
		return outcome == null ? new File(sent.name(), sent.bytes(), sent.sha256(), false, List.of(), List.of(), 0, List.of())
				: new File(sent.name(), sent.bytes(), sent.sha256(), outcome.in(), outcome.tables(), outcome.said(), outcome.problemCount(),
						outcome.problems().stream().map(DataApi::fault).toList());
	}

	private static Fault fault(TrackerProblem problem) {
		return new Fault(problem.sheet(), problem.row(), problem.line(), problem.column(), problem.cell(), problem.found(), problem.remedy());
	}

}
