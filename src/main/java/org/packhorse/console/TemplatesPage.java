package org.packhorse.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.packhorse.pack.Home;
import org.packhorse.pack.PackMaker;
import org.packhorse.template.PackSettings;
import org.packhorse.template.TemplateFolder;
import org.packhorse.template.TemplateProblem;
import org.packhorse.writer.PackFormat;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The packs and houses of report-templates/, and what the check finds wrong with them. Files are changed, not this page.
@Controller
@ConditionalOnWebApplication
class TemplatesPage {

	private final Home home;

	TemplatesPage(Home home) {
		this.home = home;
	}

	/// A pack.
	public record Pack(String name, String title, String audience, String formats, String cadence, String signOff) {

		static Pack of(PackSettings pack) {
			return new Pack(pack.pack(), pack.title(), pack.audience().name().toLowerCase(Locale.ROOT), pack.formats().stream().map(PackFormat::ending).collect(Collectors.joining(", ")), pack.cadence(),
					String.join(", ", pack.signOff()));
		}

	}

	@GetMapping("/templates")
	ModelAndView templates() {
		var folder = TemplateFolder.open(this.home.templates());
		var faults = Stream.concat(folder.check().stream(), PackMaker.checkRules(folder).stream()).sorted().distinct().map(TemplateProblem::toString).toList();
		var packs = folder.packs().stream().filter(pack -> faults.stream().noneMatch(fault -> fault.startsWith(pack + "/pack.yml"))).map(folder::settings).map(Pack::of).toList();
		return new ModelAndView("templates", Map.of("packs", packs, "houses", folder.houses(), "faults", List.copyOf(faults)));
	}

}
