package org.packhorse.console;

import java.util.Map;

import org.packhorse.access.Account;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// What somebody looks at first.
@Controller
@ConditionalOnWebApplication
class OverviewPage {

	@GetMapping("/")
	ModelAndView overview(Account account) {
		return new ModelAndView("overview", Map.of("name", account.name()));
	}

}
