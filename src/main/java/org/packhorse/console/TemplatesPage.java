package org.packhorse.console;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.access.Role;
import org.packhorse.pack.HandingOut;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
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

	private static final int AT_ONCE = 2;

	private final Home home;

	private final TemplateCheck check;

	private final PackSight sight;

	private final RunPage asking;

	private final PackRuns questions;

	private final Previews previews;

	private final HandingOut handing;

	private final Semaphore hands = new Semaphore(AT_ONCE);

	TemplatesPage(Home home, TemplateCheck check, PackSight sight, RunPage asking, PackRuns questions, Previews previews, HandingOut handing) {
		this.home = home;
		this.check = check;
		this.sight = sight;
		this.asking = asking;
		this.questions = questions;
		this.previews = previews;
		this.handing = handing;
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
		var found = this.check.faults();
		var read = this.sight.eyes(account).packs();
		boolean all = account.roles().contains(Role.ADMIN);
		var open = account.roles().contains(Role.AUTHOR) ? read : Set.<String>of();
		var packs = folder.packs()
			.stream()
			.filter(pack -> all || read.contains(pack))
			.filter(pack -> found.stream().noneMatch(fault -> fault.startsWith(pack + "/pack.yml")))
			.map(folder::settings)
			.map(pack -> Pack.of(pack, open.contains(pack.pack())))
			.toList();
		var faults = found.stream().filter(fault -> all || read.stream().anyMatch(pack -> fault.startsWith(pack + "/"))).toList();
		return new ModelAndView("templates", Map.of("packs", packs, "houses", folder.houses(), "faults", faults, "all", all));
	}

	/// Asks with which council's figures to show a pack, and shows it.
	@GetMapping("/templates/{pack}")
	ModelAndView one(Account account, Typed typed, @PathVariable String pack) {
		var settings = this.sight.packs(account).stream().filter(known -> known.pack().equals(pack)).findFirst().orElseThrow(NothingThere::new);
		var councils = this.asking.councils(account).stream().filter(council -> !council.value().equals("all")).toList();
		var asAt = typed.day("asAt", "As-at date");
		if (!typed.text("authority").isEmpty() && !isOffered(account, typed.text("authority"))) {
			typed.fault("authority", "Select a council");
		}
		boolean shown = !typed.isFaulty() && !typed.text("authority").isEmpty();
		var path = "/templates/%s/preview?authority=%s%s".formatted(pack, URLEncoder.encode(typed.text("authority"), StandardCharsets.UTF_8), asAt == null ? "" : "&asAt=" + asAt);
		return new ModelAndView("one-template", Map.of("typed", typed, "title", settings.title(), "pack", pack, "councils", councils, "path", shown ? path : ""),
				typed.isFaulty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	/// A pack of a council as a run would make it now, without an edition.
	@GetMapping("/templates/{pack}/preview")
	@Nullable ModelAndView preview(Account account, Typed typed, @PathVariable String pack, HttpServletRequest request, HttpServletResponse response) throws IOException {
		var authority = typed.text("authority");
		if (!this.sight.eyes(account).reads(authority, pack) || !isOffered(account, authority)) {
			throw new NothingThere();
		}
		response.setHeader("Content-Security-Policy", EditionPage.FRAMED);
		response.setHeader("X-Frame-Options", "SAMEORIGIN");
		var asAt = typed.day("asAt", "As-at date");
		if (typed.isFaulty()) {
			return new ModelAndView("problem", Map.of("lines", typed.faults().stream().map(Typed.Fault::words).toList()), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		var asked = this.questions.requests(new RunQuestion(List.of(pack), authority, asAt, null, List.of(PackFormat.HTML), null, true, List.of(), this.home.out())).getFirst();
		var bytes = made(asked);
		this.handing.previewed(asked, account.actor());
		Headers.write(response, Headers.PACK);
		response.setHeader("X-Frame-Options", "SAMEORIGIN");
		response.setContentType("text/html;charset=UTF-8");
		Nothing.send(request, response, bytes);
		return null;
	}

	private boolean isOffered(Account account, String council) {
		return this.asking.councils(account).stream().anyMatch(offered -> offered.value().equals(council) && !council.isEmpty() && !council.equals("all"));
	}

	/// A whole pack is made for each preview, so few are at a time.
	private byte[] made(PackRequest asked) {
		if (!this.hands.tryAcquire()) {
			throw new PackProblem(PackProblem.Kind.BUSY, "%d previews are being made. Ask again in a moment.".formatted(AT_ONCE));
		}
		try {
			return Objects.requireNonNull(this.previews.files(asked, List.of(PackFormat.HTML)).get(PackFormat.HTML));
		}
		finally {
			this.hands.release();
		}
	}

}
