package org.packhorse.console;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.packhorse.access.Account;
import org.packhorse.access.Role;
import org.packhorse.pack.Home;
import org.packhorse.pack.Previews;
import org.packhorse.run.PackRuns;
import org.packhorse.run.RunQuestion;
import org.packhorse.template.PackSettings;
import org.packhorse.template.TemplateFolder;
import org.packhorse.writer.PackFormat;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The packs and houses of report-templates/, and what the check finds wrong with them. Files are changed, not this page.
@Controller
@ConditionalOnWebApplication
class TemplatesPage {

	private final Home home;

	private final TemplateCheck check;

	private final PackSight sight;

	private final RunPage asking;

	private final PackRuns questions;

	private final Previews previews;

	TemplatesPage(Home home, TemplateCheck check, PackSight sight, RunPage asking, PackRuns questions, Previews previews) {
		this.home = home;
		this.check = check;
		this.sight = sight;
		this.asking = asking;
		this.questions = questions;
		this.previews = previews;
	}

	/// A pack.
	public record Pack(String name, String title, String audience, String formats, String cadence, String signOff, boolean open) {

		static Pack of(PackSettings pack, boolean open) {
			return new Pack(pack.pack(), pack.title(), pack.audience().name().toLowerCase(Locale.ROOT), pack.formats().stream().map(PackFormat::ending).collect(Collectors.joining(", ")), pack.cadence(),
					String.join(", ", pack.signOff()), open);
		}

	}

	@GetMapping("/templates")
	ModelAndView templates(Account account) {
		var folder = TemplateFolder.open(this.home.templates());
		var faults = this.check.faults();
		var open = account.roles().contains(Role.AUTHOR) ? this.sight.eyes(account).packs() : Set.<String>of();
		var packs = folder.packs().stream().filter(pack -> faults.stream().noneMatch(fault -> fault.startsWith(pack + "/pack.yml"))).map(folder::settings).map(pack -> Pack.of(pack, open.contains(pack.pack()))).toList();
		return new ModelAndView("templates", Map.of("packs", packs, "houses", folder.houses(), "faults", faults));
	}

	/// Asks with which council's figures to show a pack, and shows it.
	@GetMapping("/templates/{pack}")
	ModelAndView one(Account account, Typed typed, @PathVariable String pack) {
		var settings = this.sight.packs(account).stream().filter(known -> known.pack().equals(pack)).findFirst().orElseThrow(NothingThere::new);
		var councils = this.asking.councils(account).stream().filter(council -> !council.value().equals("all")).toList();
		var asAt = typed.day("asAt", "As-at date");
		boolean shown = !typed.isFaulty() && !typed.text("authority").isEmpty();
		var path = "/templates/%s/preview?authority=%s%s".formatted(pack, URLEncoder.encode(typed.text("authority"), StandardCharsets.UTF_8), asAt == null ? "" : "&asAt=" + asAt);
		return new ModelAndView("one-template", Map.of("typed", typed, "title", settings.title(), "pack", pack, "councils", councils, "path", shown ? path : ""),
				typed.isFaulty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	/// A pack of a council as a run would make it now, without an edition.
	@GetMapping("/templates/{pack}/preview")
	void preview(Account account, Typed typed, @PathVariable String pack, HttpServletRequest request, HttpServletResponse response) throws IOException {
		var authority = typed.text("authority");
		if (!this.sight.eyes(account).reads(authority, pack)) {
			throw new NothingThere();
		}
		var question = new RunQuestion(List.of(pack), authority, typed.day("asAt", "As-at date"), null, List.of(PackFormat.HTML), null, true, List.of(), this.home.out());
		var bytes = this.previews.files(this.questions.requests(question).getFirst(), List.of(PackFormat.HTML)).get(PackFormat.HTML);
		Headers.write(response, Headers.PACK);
		response.setHeader("X-Frame-Options", "SAMEORIGIN");
		response.setContentType("text/html;charset=UTF-8");
		Nothing.send(request, response, Objects.requireNonNull(bytes));
	}

}
