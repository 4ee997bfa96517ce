package org.packhorse.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.packhorse.access.Account;
import org.packhorse.authority.Authorities;
import org.packhorse.pack.Gap;
import org.packhorse.pack.PackProblem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Who is late with what, before a pack is made.
@Controller
@ConditionalOnWebApplication
class ReadinessPage {

	private final ReadinessDesk desk;

	private final Authorities authorities;

	ReadinessPage(ReadinessDesk desk, Authorities authorities) {
		this.desk = desk;
		this.authorities = authorities;
	}

	/// What there is to choose from, and the answer once something was chosen.
	public record Shown(List<Option> packs, List<Option> councils, List<Answer> answers) {
	}

	/// What a pack lacks.
	///
	/// @param leads in alphabetical order; what nobody is named for comes first
	public record Answer(String title, int missing, List<Lead> leads) {
	}

	/// What one lead can mend.
	public record Lead(String name, List<String> missing) {
	}

	@GetMapping("/readiness")
	ModelAndView readiness(Account account, Typed typed) {
		var councils = this.authorities.withPlans().stream().filter(council -> account.ofCouncil(council.code())).map(council -> new Option(council.code(), council.name())).toList();
		var packs = this.desk.packs(account).stream().map(pack -> new Option(pack.pack(), pack.title(), "For %s readers".formatted(pack.audience().name().toLowerCase(Locale.ROOT)))).toList();
		var answers = typed.text("pack").isEmpty() && typed.text("authority").isEmpty() ? List.<Answer>of() : answer(account, typed, councils, packs).stream().toList();
		return new ModelAndView("readiness", Map.of("typed", typed, "page", new Shown(choice("Choose a pack", packs), choice("Choose a council", councils), answers)),
				typed.isFaulty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	/// Where there is no choice nobody has to choose.
	private static List<Option> choice(String words, List<Option> options) {
		var choice = new ArrayList<>(options);
		if (options.size() != 1) {
			choice.addFirst(new Option("", words));
		}
		return choice;
	}

	private Optional<Answer> answer(Account account, Typed typed, List<Option> councils, List<Option> packs) {
		var asAt = typed.day("asAt", "As-at date");
		demand(typed, "pack", "Select a pack", packs);
		demand(typed, "authority", "Select a council", councils);
		if (typed.isFaulty()) {
			return Optional.empty();
		}
		try {
			return this.desk.of(account, typed.text("pack"), typed.text("authority"), asAt).map(ready -> answer(ready, packs, councils));
		}
		catch (PackProblem ex) {
			typed.fault("pack", ex);
			return Optional.empty();
		}
	}

	private static void demand(Typed typed, String field, String words, List<Option> options) {
		if (options.stream().noneMatch(option -> option.value().equals(typed.text(field)))) {
			typed.fault(field, words);
		}
	}

	private static Answer answer(ReadinessDesk.Ready ready, List<Option> packs, List<Option> councils) {
		var title = "%s of %s as at %s".formatted(words(packs, ready.request().pack()), words(councils, ready.request().authority()), Words.day(ready.request().asAt()));
		var leads = ready.gaps().byLead().entrySet().stream().map(lead -> new Lead(lead.getKey().isEmpty() ? "Nobody is named for" : lead.getKey(), lead.getValue().stream().map(Gap::sentence).toList()));
		return new Answer(title, ready.gaps().all().size(), leads.toList());
	}

	private static String words(List<Option> options, String value) {
		return options.stream().filter(option -> option.value().equals(value)).map(Option::words).findFirst().orElse(value);
	}

}
