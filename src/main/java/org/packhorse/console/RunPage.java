package org.packhorse.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.packhorse.access.Account;
import org.packhorse.authority.Authorities;
import org.packhorse.authority.Authority;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.packhorse.run.RunQuestion;
import org.packhorse.template.PackSettings;
import org.packhorse.writer.PackFormat;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Asks what to make, and begins it.
@Controller
@ConditionalOnWebApplication
class RunPage {

	private static final List<Option> FORMATS = Arrays.stream(PackFormat.values()).map(format -> new Option(format.ending(), format.title())).toList();

	private static final List<Option> DRAFT = List.of(new Option("yes", "Make a draft", "Every page is marked as one, and it goes to nobody."));

	private final PackSight sight;

	private final Authorities authorities;

	private final RunDesk desk;

	private final Home home;

	RunPage(PackSight sight, Authorities authorities, RunDesk desk, Home home) {
		this.sight = sight;
		this.authorities = authorities;
		this.desk = desk;
		this.home = home;
	}

	/// What there is to choose from.
	public record Choices(List<Option> packs, List<Option> councils, List<Option> formats, List<Option> draft) {
	}

	@GetMapping("/run")
	ModelAndView ask(Account account) {
		var councils = councils(account);
		return page(account, Typed.with(councils.size() == 1 ? Map.of("authority", List.of(councils.getFirst().value())) : Map.of()), HttpStatus.OK);
	}

	@PostMapping("/run")
	ModelAndView begin(Account account, Typed typed) {
		try {
			return begun(account, typed).map(run -> new ModelAndView("redirect:/runs/" + run)).orElseGet(() -> page(account, typed, HttpStatus.UNPROCESSABLE_CONTENT));
		}
		catch (PackProblem ex) {
			typed.fault("", ex);
			return page(account, typed, ex.kind() == PackProblem.Kind.BUSY ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	/// Begins what is asked for and gives the run's number; nothing where what was typed is at fault.
	Optional<Long> begun(Account account, Typed typed) {
		var question = question(account, typed);
		return typed.isFaulty() ? Optional.empty() : Optional.of(this.desk.begin(account, question));
	}

	/// What is asked for, of packs and councils that the account may know of.
	private RunQuestion question(Account account, Typed typed) {
		var known = this.sight.packs(account).stream().map(PackSettings::pack).toList();
		typed.demandAmong("pack", known);
		typed.demandAmong("format", FORMATS.stream().map(Option::value).toList());
		typed.demandAmong("draft", List.of("yes", "no"));
		var packs = typed.all("pack").stream().filter(known::contains).toList();
		if (typed.all("pack").isEmpty()) {
			typed.fault("pack", "Select a pack");
		}
		var authority = typed.text("authority");
		if (councils(account).stream().noneMatch(council -> council.value().equals(authority) && !authority.isEmpty())) {
			typed.fault("authority", "Select a council");
		}
		var asAt = typed.day("asAt", "As-at date");
		var since = typed.day("since", "Movement since");
		var erratum = typed.line("erratum", "Erratum", 1000);
		var posts = typed.all("signOff").stream().flatMap(String::lines).map(String::strip).filter(post -> !post.isEmpty()).distinct().toList();
		if (typed.faultOf("authority").isEmpty()) {
			this.desk.faultsOfPosts(posts, authority).forEach(fault -> typed.fault("signOff", fault));
		}
		var formats = Arrays.stream(PackFormat.values()).filter(format -> typed.has("format", format.ending())).toList();
		return new RunQuestion(packs, authority, asAt, since, formats, null, typed.has("draft", "yes"), List.of(), this.home.out().toAbsolutePath().normalize(), posts,
				erratum.isEmpty() ? null : erratum);
	}

	/// The councils that somebody may make packs of; with several, also none and all.
	List<Option> councils(Account account) {
		var councils = new ArrayList<>(this.authorities.withPlans().stream().filter(council -> account.ofCouncil(council.code())).map(RunPage::option).toList());
		if (councils.size() > 1) {
			councils.addFirst(new Option("", "Choose a council"));
			if (account.councils().isEmpty()) {
				councils.add(new Option("all", "All councils with a plan"));
			}
		}
		return councils;
	}

	private static Option option(Authority council) {
		return new Option(council.code(), council.name());
	}

	private ModelAndView page(Account account, Typed typed, HttpStatus status) {
		var packs = this.sight.packs(account).stream().map(pack -> new Option(pack.pack(), pack.title(), "For " + pack.audience().name().toLowerCase(Locale.ROOT) + " readers" + (pack.cadence().isEmpty() ? "" : ", " + pack.cadence()))).toList();
		return new ModelAndView("run", Map.of("typed", typed, "page", new Choices(packs, councils(account), FORMATS, DRAFT)), status);
	}

}
