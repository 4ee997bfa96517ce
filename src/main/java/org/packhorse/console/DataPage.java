package org.packhorse.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.access.Role;
import org.packhorse.tracker.Freshness;
import org.packhorse.tracker.PlanFreshness;
import org.packhorse.tracker.Upload;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// How fresh the data are: council by council, and of one council table by table, lead by lead.
@Controller
@ConditionalOnWebApplication
class DataPage {

	private static final String NONE = "none";

	private final DataDesk desk;

	DataPage(DataDesk desk) {
		this.desk = desk;
	}

	/// All councils.
	///
	/// @param uploads whether the reader may upload
	/// @param details whether the reader may open one council
	public record Shown(List<Council> councils, Paging paging, List<Waiting> waiting, boolean uploads, boolean details) {
	}

	/// One of them.
	public record Council(String code, String name, String update, String reading, String words, String loaded) {
	}

	/// An upload of the reader's that is not loaded.
	public record Waiting(String id, String files, Tag state, String until) {
	}

	/// One council.
	public record One(String code, String name, List<Table> tables, List<Lead> leads, List<Section> sections, List<Indicator> indicators, boolean uploads) {
	}

	/// What it has in one table.
	public record Table(String name, String rows, String newest, String loaded) {
	}

	/// A lead.
	///
	/// @param silent the open actions without an update within a month
	public record Lead(String name, int open, List<String> silent, String update) {
	}

	/// A section of a plan.
	public record Section(String plan, String no, String title, String lead, int actions, String update, String words) {
	}

	/// An indicator.
	public record Indicator(String code, String title, String frequency, String period, String recorded) {
	}

	@GetMapping("/data")
	ModelAndView all(Account account, Typed typed) {
		var paging = this.desk.councils(account, "/data", typed.text("page"));
		var councils = this.desk.councils(account, paging).stream().map(DataPage::council).toList();
		var waiting = this.desk.uploads(account).stream().filter(upload -> upload.state() != Upload.State.LOADED).map(DataPage::waiting).toList();
		return new ModelAndView("data", Map.of("page", new Shown(councils, paging, waiting, uploads(account), account.isAny(Set.of(Role.AUTHOR, Role.APPROVER)))));
	}

	@GetMapping("/data/{authority}")
	ModelAndView one(Account account, @PathVariable String authority) {
		var council = this.desk.council(account, authority);
		var fresh = this.desk.freshness(council);
		var shown = new One(council.code(), council.name(), fresh.tables().stream().map(DataPage::table).toList(), fresh.leads().stream().map(DataPage::lead).toList(),
				fresh.sections().stream().map(DataPage::section).toList(), fresh.indicators().stream().map(DataPage::indicator).toList(), uploads(account));
		return new ModelAndView("one-data", Map.of("page", shown));
	}

	private static boolean uploads(Account account) {
		return account.isAny(Set.of(Role.AUTHOR, Role.ADMIN));
	}

	private static Council council(Freshness.Council council) {
		return new Council(council.code(), council.name(), day(council.update()), day(council.periodEnd()), day(council.words()), loaded(council.loaded()));
	}

	private static Waiting waiting(Upload upload) {
		return new Waiting(upload.id(), String.join(", ", upload.files().stream().map(Upload.Sent::name).toList()), UploadPage.tag(upload), Words.moment(upload.until()));
	}

	private static Table table(Freshness.Table table) {
		return new Table(table.name(), "%,d".formatted(table.rows()), table.newest() == null ? "" : Words.day(table.newest()), loaded(table.loaded()));
	}

	private static Lead lead(PlanFreshness.OfLead lead) {
		return new Lead(lead.lead().isEmpty() ? "Nobody is named" : lead.lead(), lead.open(), lead.silent(), day(lead.update()));
	}

	private static Section section(PlanFreshness.OfSection section) {
		return new Section(section.plan(), section.no(), section.title(), section.lead(), section.actions(), day(section.update()), day(section.words()));
	}

	private static Indicator indicator(Freshness.Indicator indicator) {
		return new Indicator(indicator.code(), indicator.title(), indicator.frequency(), day(indicator.periodEnd()), day(indicator.recordedOn()));
	}

	private static String day(@Nullable LocalDate day) {
		return day == null ? NONE : Words.day(day);
	}

	/// Loads of a time when it was not kept of whom rows are leave nothing to say.
	private static String loaded(Freshness.@Nullable Loaded loaded) {
		return loaded == null ? "not known" : Words.moment(loaded.at()) + (loaded.by().isEmpty() ? "" : " by " + loaded.by());
	}

}
