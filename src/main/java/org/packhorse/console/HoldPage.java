package org.packhorse.console;

import java.util.List;
import java.util.Map;

import org.packhorse.access.Account;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Why all mail is held and what the send journal knows that the ledger does not; holds it, or lets it go.
@Controller
@ConditionalOnWebApplication
class HoldPage {

	private final HoldDesk desk;

	HoldPage(HoldDesk desk) {
		this.desk = desk;
	}

	/// How mail stands.
	///
	/// @param seen what the form says that its sender has looked at
	public record Shown(boolean held, String reason, String since, List<String> differences, String seen) {
	}

	@GetMapping("/deliveries/hold")
	ModelAndView look(Account account) {
		return page(account, Typed.with(Map.of()), HttpStatus.OK);
	}

	@PostMapping("/deliveries/hold")
	ModelAndView decide(Account account, Typed typed, RedirectAttributes redirect) {
		var done = this.desk.decided(account, typed);
		if (done.isEmpty()) {
			return page(account, typed, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		redirect.addFlashAttribute("notice", done.get());
		return new ModelAndView("redirect:/deliveries");
	}

	private ModelAndView page(Account account, Typed typed, HttpStatus status) {
		var look = this.desk.look(account);
		var shown = new Shown(look.held(), DeliveryDesk.why(look.reason()), look.since() == null ? "" : Words.moment(look.since()), look.differences().stream().map(Told::words).toList(),
				HoldDesk.seen(look));
		return new ModelAndView("hold", Map.of("typed", typed, "page", shown), status);
	}

}
