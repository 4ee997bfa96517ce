package org.packhorse.console;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.packhorse.access.Account;
import org.packhorse.tracker.LoadedFile;
import org.packhorse.tracker.TrackerProblem;
import org.packhorse.tracker.Upload;
import org.packhorse.tracker.UploadRefused;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Takes trackers in: what is wrong with them is shown by sheet, row and column before anything is stored, and nothing is loaded unasked.
@Controller
@ConditionalOnWebApplication
class UploadPage {

	private final DataDesk desk;

	UploadPage(DataDesk desk) {
		this.desk = desk;
	}

	/// One upload.
	///
	/// @param live whether something is under way
	/// @param faults those of this page of the list
	/// @param unlisted how many more faults there are than are listed
	public record Shown(String id, Tag state, boolean live, boolean loadable, boolean loaded, boolean failed, String until, List<File> files, List<Fault> faults, long unlisted, Paging paging) {
	}

	/// A file of it.
	///
	/// @param notes what was understood in its own way
	public record File(String name, Tag state, List<Table> tables, List<String> notes) {
	}

	/// What it brings to one table.
	public record Table(String name, String read, String added, String changed, String unchanged) {
	}

	/// Something that is wrong.
	public record Fault(String file, String sheet, String row, String column, String cell, String found, String remedy) {
	}

	@GetMapping("/data/upload")
	ModelAndView ask(Account account, Typed typed) {
		return form(typed, HttpStatus.OK);
	}

	@PostMapping("/data/upload")
	ModelAndView send(Account account, Typed typed, HttpServletRequest request) {
		try {
			return new ModelAndView("redirect:/data/uploads/" + this.desk.send(account, request).id());
		}
		catch (UploadRefused ex) {
			typed.fault(DataDesk.FILE, String.valueOf(ex.getMessage()));
			return form(typed, status(ex));
		}
	}

	@GetMapping("/data/uploads/{id}")
	ModelAndView one(Account account, Typed typed, @PathVariable String id) {
		return page(typed, this.desk.upload(account, id), HttpStatus.OK);
	}

	@PostMapping("/data/uploads/{id}/load")
	ModelAndView load(Account account, Typed typed, @PathVariable String id, RedirectAttributes redirect) {
		try {
			if (this.desk.load(account, id).state() == Upload.State.LOADED) {
				redirect.addFlashAttribute("notice", "It is loaded. Packs made from now on show it.");
			}
			return new ModelAndView("redirect:/data/uploads/" + id);
		}
		catch (UploadRefused ex) {
			typed.fault("", String.valueOf(ex.getMessage()));
			return page(typed, this.desk.upload(account, id), status(ex));
		}
	}

	@PostMapping("/data/uploads/{id}/discard")
	ModelAndView discard(Account account, @PathVariable String id, RedirectAttributes redirect) {
		if (!this.desk.discard(account, id)) {
			return new ModelAndView("redirect:/data/uploads/" + id);
		}
		redirect.addFlashAttribute("notice", "The upload is discarded; nothing of it was kept.");
		return new ModelAndView("redirect:/data");
	}

	private ModelAndView form(Typed typed, HttpStatus status) {
		return new ModelAndView("upload", Map.of("typed", typed, "largest", this.desk.largest()), status);
	}

	static HttpStatus status(UploadRefused refused) {
		return switch (refused.why()) {
			case FILES -> HttpStatus.UNPROCESSABLE_CONTENT;
			case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
			case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
			case WAITING -> HttpStatus.CONFLICT;
		};
	}

	private static ModelAndView page(Typed typed, Upload upload, HttpStatus status) {
		var faults = upload.outcomes().isEmpty() ? List.<Fault>of() : IntStream.range(0, upload.files().size()).boxed().flatMap(i -> faults(upload, i)).toList();
		var paging = new Paging("/data/uploads/" + upload.id(), Map.of(), Paging.asked(typed.text("page")), faults.size());
		var all = upload.outcomes().stream().mapToLong(LoadedFile::problemCount).sum();
		var shown = new Shown(upload.id(), tag(upload), upload.state().isUnderWay(), upload.isLoadable(), upload.state() == Upload.State.LOADED, upload.failed(), Words.moment(upload.until()),
				IntStream.range(0, upload.files().size()).mapToObj(i -> file(upload, i)).toList(), faults.stream().skip(paging.skipped()).limit(Paging.SIZE).toList(), all - faults.size(), paging);
		return new ModelAndView("one-upload", Map.of("typed", typed, "page", shown), status);
	}

	/// Where an upload stands, in words.
	static Tag tag(Upload upload) {
		return switch (upload.state()) {
			case CHECKING -> new Tag("being checked", "blue");
			case LOADING -> new Tag("being loaded", "blue");
			case LOADED -> new Tag("loaded", "green");
			case CHECKED -> upload.failed() ? new Tag("not checked to the end", "red") : upload.isLoadable() ? new Tag("can be loaded", "green") : new Tag("has faults", "red");
		};
	}

	private static File file(Upload upload, int number) {
		var name = upload.files().get(number).name();
		if (upload.outcomes().isEmpty()) {
			return new File(name, tag(upload), List.of(), List.of());
		}
		var outcome = upload.outcomes().get(number);
		var state = outcome.in() ? new Tag("no faults", "green") : new Tag(Words.counted(outcome.problemCount(), "fault"), "red");
		return new File(name, state, outcome.in() ? outcome.tables().stream().map(UploadPage::table).toList() : List.of(), outcome.said());
	}

	private static Table table(LoadedFile.Table table) {
		return new Table(table.name(), number(table.read()), number(table.added()), number(table.changed()), number(table.unchanged()));
	}

	private static String number(long number) {
		return "%,d".formatted(number);
	}

	private static Stream<Fault> faults(Upload upload, int number) {
		return upload.outcomes().get(number).problems().stream().map(problem -> fault(upload.files().get(number).name(), problem));
	}

	private static Fault fault(String file, TrackerProblem problem) {
		var row = problem.row() == 0 ? "" : problem.line() == problem.row() ? number(problem.row()) : "%,d (line %,d)".formatted(problem.row(), problem.line());
		return new Fault(file, problem.sheet(), row, problem.column(), problem.cell(), Words.capital(problem.found()), problem.remedy());
	}

}
