package org.packhorse.console;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.packhorse.access.ApiTokens;
import org.packhorse.access.ApiTokens.ApiToken;
import org.packhorse.access.Scope;
import org.packhorse.console.door.KnownBrowser;
import org.packhorse.console.door.PasswordCheck;
import org.packhorse.console.door.PasswordHash;
import org.packhorse.console.door.PasswordRule;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One's own account: what one may do, one's password, and tokens for scripts.
@Controller
@ConditionalOnWebApplication
class AccountPage {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	private static final List<Option> SCOPES = Stream.of(Scope.values()).map(scope -> new Option(scope.toString(), Words.capital(scope.toString()), Words.capital(scope.does()))).toList();

	private final Accounts accounts;

	private final ApiTokens tokens;

	private final PasswordHash hash;

	private final PasswordCheck check;

	private final KnownBrowser known;

	private final NameBook names;

	private final Clock clock;

	AccountPage(Accounts accounts, ApiTokens tokens, PasswordHash hash, PasswordCheck check, KnownBrowser known, NameBook names, Clock clock) {
		this.accounts = accounts;
		this.tokens = tokens;
		this.hash = hash;
		this.check = check;
		this.known = known;
		this.names = names;
		this.clock = clock;
	}

	/// What the page shows.
	public record Shown(String name, List<String> roles, String reads, String councils, boolean local, int shortest, List<Token> tokens, List<Option> scopes) {
	}

	/// A token in words.
	public record Token(long number, String title, String scopes, String until) {

		static Token of(ApiToken token) {
			return new Token(token.number(), token.title(), token.scopes().stream().map(Scope::toString).sorted().collect(Collectors.joining(", ")), Words.day(LocalDate.ofInstant(token.until().minusSeconds(1), LONDON)));
		}

	}

	@GetMapping("/account")
	ModelAndView own(Account account, Typed typed) {
		return page(account, typed, HttpStatus.OK);
	}

	@PostMapping("/account/password")
	ModelAndView password(Account account, Typed typed, HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
		if (!account.local()) {
			throw new NothingThere();
		}
		switch (this.check.of(account, typed.exact("old"), request)) {
			case RIGHT -> EntryPage.demandPassword(typed, account.name());
			case WRONG -> typed.fault("old", "Your password now is not right");
			case TOO_OFTEN -> typed.fault("old", "Wrong passwords were tried too often. Wait a quarter of an hour");
		}
		if (typed.isFaulty()) {
			return page(account, typed, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.accounts.password(account, this.hash.of(typed.exact("password")));
		this.known.remember(response, account);
		redirect.addFlashAttribute("notice", "Your password is changed. Sign in with the new one.");
		return new ModelAndView("redirect:/sign-in");
	}

	@PostMapping("/account/tokens")
	ModelAndView token(Account account, Typed typed) {
		var title = typed.line("title", "What the token is for", 100);
		if (title.isEmpty()) {
			typed.fault("title", "Enter what the token is for");
		}
		typed.demandAmong("scope", Stream.of(Scope.values()).map(Scope::toString).toList());
		Set<Scope> scopes = Stream.of(Scope.values()).filter(scope -> typed.has("scope", scope.toString())).collect(Collectors.toUnmodifiableSet());
		if (scopes.isEmpty()) {
			typed.fault("scope", "Select what the token may do");
		}
		var until = until(typed);
		if (typed.isFaulty()) {
			return page(account, typed, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		var secret = this.tokens.make(account, title, scopes, until.plusDays(1).atStartOfDay(LONDON).toInstant());
		var page = page(account, Typed.with(Map.of()), HttpStatus.CREATED);
		page.addObject("token", secret);
		return page;
	}

	private LocalDate until(Typed typed) {
		var today = LocalDate.now(this.clock);
		var until = typed.day("until", "Last day");
		if (typed.text("until").isEmpty()) {
			typed.fault("until", "Enter the last day");
		}
		else if (until != null && (until.isBefore(today) || until.isAfter(today.plusYears(1)))) {
			typed.fault("until", "Last day must be between today and a year ahead");
		}
		return until == null ? today : until;
	}

	@PostMapping("/account/tokens/{token}/end")
	ModelAndView end(Account account, @PathVariable long token, RedirectAttributes redirect) {
		if (!this.tokens.end(account, token)) {
			throw new NothingThere();
		}
		redirect.addFlashAttribute("notice", "The token opens nothing any more.");
		return new ModelAndView("redirect:/account");
	}

	private ModelAndView page(Account account, Typed typed, HttpStatus status) {
		var roles = account.roles().stream().sorted(Comparator.naturalOrder()).map(role -> role + ": " + role.does()).toList();
		var shown = new Shown(account.name(), roles, account.readsPacks() ? Words.reads(account.clearance()) : "No packs: none of your roles reads them",
				this.names.open().councils(account.councils()), account.local(), PasswordRule.SHORTEST,
				this.tokens.of(account).stream().map(Token::of).toList(), SCOPES);
		return new ModelAndView("account", new HashMap<>(Map.of("typed", typed, "page", shown)), status);
	}

}
