package org.packhorse.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.packhorse.access.Accounts;
import org.packhorse.access.Accounts.Rights;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;
import org.packhorse.console.door.CouncilSignIn;
import org.packhorse.console.door.Guest;
import org.packhorse.console.door.KnownBrowser;
import org.packhorse.console.door.PasswordHash;
import org.packhorse.console.door.PasswordRule;
import org.packhorse.console.door.Wanted;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// How people come in: by name and password, by the token of the first start, or by an invitation's.
@Controller
@ConditionalOnWebApplication
class EntryPage {

	private static final List<Role> OTHERS = List.of(Role.VIEWER, Role.AUTHOR, Role.APPROVER, Role.AUDITOR);

	private static final String NOT_THE_TOKEN = "Token is not the one that was printed last, or it is older than three days. Start serve again for a new one";

	private final Accounts accounts;

	private final PasswordHash hash;

	private final KnownBrowser known;

	private final Optional<CouncilSignIn> elsewhere;

	EntryPage(Accounts accounts, PasswordHash hash, KnownBrowser known, Optional<CouncilSignIn> elsewhere) {
		this.accounts = accounts;
		this.hash = hash;
		this.known = known;
		this.elsewhere = elsewhere;
	}

	@GetMapping("/sign-in")
	ModelAndView signIn(HttpServletRequest request, Typed typed) {
		if (Guest.of(request).isPresent()) {
			return new ModelAndView("redirect:/");
		}
		return this.accounts.all().isEmpty() ? new ModelAndView("redirect:/start") : new ModelAndView("sign-in", signIn(typed, request.getParameter("out") != null, this.elsewhere.isPresent()));
	}

	static Map<String, Object> signIn(Typed typed, boolean out, boolean elsewhere) {
		return Map.of("typed", typed, "out", out, "elsewhere", elsewhere, "to", Wanted.asked(typed.text(Wanted.TO)));
	}

	@GetMapping("/start")
	ModelAndView start() {
		return this.accounts.isKept() ? new ModelAndView("redirect:/sign-in") : start(Typed.with(Map.of("clearance", List.of(Clearance.PUBLIC.toString()))), HttpStatus.OK);
	}

	@PostMapping("/start")
	ModelAndView begin(Typed typed, RedirectAttributes redirect) {
		boolean first = this.accounts.isFirst(typed.text("token"));
		if (!first) {
			typed.fault("token", NOT_THE_TOKEN);
		}
		var name = name(typed, "name");
		if (first && !name.isEmpty()) {
			// Without the token nobody learns which names there are.
			this.accounts.fault(name).ifPresent(fault -> typed.fault("name", fault));
		}
		demandPassword(typed, name);
		var rights = rights(typed);
		if (!typed.isFaulty() && this.accounts.first(typed.text("token"), name, this.hash.of(typed.exact("password")), rights).isEmpty()) {
			typed.fault("token", NOT_THE_TOKEN);
		}
		if (typed.isFaulty()) {
			return start(typed, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		redirect.addFlashAttribute("notice", "Your account is made. Sign in with it.");
		return new ModelAndView("redirect:/sign-in");
	}

	private static Rights rights(Typed typed) {
		var roles = Stream.concat(Stream.of(Role.ADMIN), roles(typed).stream()).collect(Collectors.toSet());
		return new Rights(roles, clearance(typed), List.of());
	}

	private ModelAndView start(Typed typed, HttpStatus status) {
		return new ModelAndView("start", Map.of("typed", typed, "roles", Option.roles(OTHERS), "clearances", Option.clearances(), "shortest", PasswordRule.SHORTEST), status);
	}

	@GetMapping("/welcome")
	ModelAndView welcome(Typed typed) {
		return welcome(typed, HttpStatus.OK);
	}

	@PostMapping("/welcome")
	ModelAndView accept(Typed typed, HttpServletResponse response, RedirectAttributes redirect) {
		var invited = this.accounts.invited(typed.text("token"));
		if (invited.isEmpty()) {
			typed.fault("token", "Token is not right, was used, or is older than three days. Ask for another");
		}
		demandPassword(typed, invited.map(account -> account.name()).orElse(""));
		if (!typed.isFaulty()) {
			var done = this.accounts.accept(typed.text("token"), this.hash.of(typed.exact("password")));
			if (done.isPresent()) {
				this.known.remember(response, done.get());
				redirect.addFlashAttribute("notice", "Your password is set. Sign in as %s.".formatted(done.get().name()));
				return new ModelAndView("redirect:/sign-in");
			}
			typed.fault("token", "Token was used a moment ago. Ask for another");
		}
		return welcome(typed, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static ModelAndView welcome(Typed typed, HttpStatus status) {
		return new ModelAndView("welcome", Map.of("typed", typed, "shortest", PasswordRule.SHORTEST), status);
	}

	/// A name that an account can have: what the audit trail prints.
	static String name(Typed typed, String field) {
		var name = typed.line(field, "Name", 100);
		if (name.isEmpty()) {
			typed.fault(field, "Enter a name");
		}
		return name;
	}

	static void demandPassword(Typed typed, String name) {
		Optional<String> fault = PasswordRule.fault(typed.exact("password"), name);
		fault.ifPresent(words -> typed.fault("password", words));
		if (fault.isEmpty() && !typed.exact("password").equals(typed.exact("again"))) {
			typed.fault("again", "Both passwords must be the same");
		}
	}

	static Clearance clearance(Typed typed) {
		return Stream.of(Clearance.values()).filter(each -> each.toString().equals(typed.text("clearance"))).findFirst().orElseGet(() -> {
			typed.fault("clearance", "Select which packs may be read");
			return Clearance.PUBLIC;
		});
	}

	/// What was chosen; what is no role is a fault.
	static Set<Role> roles(Typed typed) {
		typed.demandAmong("role", Stream.of(Role.values()).map(Role::toString).toList());
		return typed.all("role").stream().flatMap(name -> Stream.of(Role.values()).filter(role -> role.toString().equals(name.toLowerCase(Locale.ROOT)))).collect(Collectors.toUnmodifiableSet());
	}

}
