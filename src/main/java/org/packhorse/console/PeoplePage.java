package org.packhorse.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.packhorse.access.Accounts.Rights;
import org.packhorse.access.Role;
import org.packhorse.authority.Authorities;
import org.packhorse.authority.Authority;
import org.packhorse.console.door.CouncilSignIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The accounts: who may come in, what they may do, which packs and councils they see.
@Controller
@ConditionalOnWebApplication
class PeoplePage {

	private static final List<Option> OPEN = List.of(new Option("yes", "Open"), new Option("no", "Closed", "Ends every session and every token at once."));

	private static final List<Option> REACHES = List.of(new Option("all", "Every council", "Also those that are loaded later."), new Option("these", "Only those selected below"));

	private final Accounts accounts;

	private final Authorities authorities;

	private final NameBook names;

	private final Optional<CouncilSignIn> elsewhere;

	PeoplePage(Accounts accounts, Authorities authorities, NameBook names, Optional<CouncilSignIn> elsewhere) {
		this.accounts = accounts;
		this.authorities = authorities;
		this.names = names;
		this.elsewhere = elsewhere;
	}

	/// An account in the list.
	public record Line(long number, String name, String roles, String reads, String councils, Tag state, String seen) {
	}

	/// What a form offers.
	public record Choices(List<Option> roles, List<Option> clearances, List<Option> reaches, List<Option> councils, List<Option> open, List<Option> ways) {
	}

	@GetMapping("/people")
	ModelAndView people() {
		var names = this.names.open();
		return new ModelAndView("people", Map.of("people", this.accounts.all().stream().map(account -> line(names, account)).toList()));
	}

	@GetMapping("/people/new")
	ModelAndView ask() {
		return asking(Typed.with(Map.of("clearance", List.of("public"), "way", List.of("password"))), HttpStatus.OK);
	}

	@PostMapping("/people/new")
	ModelAndView make(Account account, Typed typed) {
		var name = EntryPage.name(typed, "name");
		this.accounts.fault(name).filter(_ -> !name.isEmpty()).ifPresent(fault -> typed.fault("name", fault));
		var rights = rights(typed, List.of());
		var issuer = typed.has("way", "council") ? this.elsewhere.map(CouncilSignIn::issuer).orElse(null) : null;
		if (!typed.isFaulty()) {
			var made = this.accounts.make(name, rights, issuer, account.actor());
			if (made.isPresent()) {
				return made.get().local() ? invited(account, made.get()) : new ModelAndView("redirect:/people");
			}
			typed.fault("name", "There is an account of this name already");
		}
		return asking(typed, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/people/{account}")
	ModelAndView one(@PathVariable("account") long number) {
		var account = demand(number);
		return one(account, Typed.with(Map.of("role", account.roles().stream().map(Role::toString).toList(), "clearance", List.of(account.clearance().toString()),
				"reach", List.of(account.councils().isEmpty() ? "all" : "these"), "council", account.councils(), "open", List.of(account.enabled() ? "yes" : "no"))), HttpStatus.OK);
	}

	@PostMapping("/people/{account}")
	ModelAndView change(Account by, Typed typed, @PathVariable("account") long number, RedirectAttributes redirect) {
		var account = demand(number);
		var rights = rights(typed, account.councils());
		boolean open = !typed.has("open", "no");
		if (account.number() == by.number()) {
			demandSame(account, rights, open, typed);
		}
		if (typed.isFaulty()) {
			return one(account, typed, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.accounts.change(account, rights, open, by.actor());
		redirect.addFlashAttribute("notice", "%s is changed. It holds from the next request on.".formatted(account.name()));
		return new ModelAndView("redirect:/people");
	}

	/// Nobody gives themself more, or takes the keeping of accounts from themself; while there is one admin only, nobody else could give them anything.
	private void demandSame(Account own, Rights rights, boolean open, Typed typed) {
		if (!open || !rights.roles().contains(Role.ADMIN)) {
			typed.fault(open ? "role" : "open", "You cannot take the keeping of accounts from yourself: another admin must");
		}
		else if (this.accounts.all().stream().anyMatch(other -> other.number() != own.number() && other.keeps())) {
			demandSame("role", own.roles().equals(rights.roles()), typed);
			demandSame("clearance", own.clearance() == rights.clearance(), typed);
			demandSame("reach", Set.copyOf(own.councils()).equals(Set.copyOf(rights.councils())), typed);
		}
	}

	private static void demandSame(String field, boolean same, Typed typed) {
		if (!same) {
			typed.fault(field, "What you may do and see yourself is changed by another admin");
		}
	}

	@PostMapping("/people/{account}/invite")
	ModelAndView invite(Account by, @PathVariable("account") long number) {
		var account = demand(number);
		if (!account.local() || !account.enabled()) {
			throw new NothingThere();
		}
		return invited(by, account);
	}

	private ModelAndView invited(Account by, Account account) {
		return new ModelAndView("invited", Map.of("name", account.name(), "token", this.accounts.invite(account, by.actor())), HttpStatus.CREATED);
	}

	private Account demand(long number) {
		return this.accounts.find(number).orElseThrow(NothingThere::new);
	}

	/// @param own the councils that the account has now, which stay even where they are not on file any more
	private Rights rights(Typed typed, List<String> own) {
		var roles = EntryPage.roles(typed);
		if (roles.isEmpty()) {
			typed.fault("role", "Select at least one role");
		}
		return new Rights(roles, EntryPage.clearance(typed), councils(typed, own));
	}

	/// No council stands for every council, so it is taken from nobody who did not say so.
	private List<String> councils(Typed typed, List<String> own) {
		var chosen = typed.all("council").stream().distinct().sorted().toList();
		var known = Stream.concat(this.authorities.all().stream().map(Authority::code), own.stream()).collect(Collectors.toUnmodifiableSet());
		chosen.stream().filter(code -> !known.contains(code)).forEach(code -> typed.fault("reach", "There is no council %s on file".formatted(code)));
		switch (typed.text("reach")) {
			case "all" -> {
				if (!chosen.isEmpty()) {
					typed.fault("reach", "Every council is selected, and some are as well. Select one or the other");
				}
			}
			case "these" -> {
				if (chosen.isEmpty()) {
					typed.fault("reach", "Select at least one council, or every council");
				}
			}
			default -> typed.fault("reach", "Select every council, or only some");
		}
		return chosen;
	}

	private ModelAndView asking(Typed typed, HttpStatus status) {
		return new ModelAndView("new-person", Map.of("typed", typed, "page", choices(List.of())), status);
	}

	private ModelAndView one(Account account, Typed typed, HttpStatus status) {
		return new ModelAndView("one-person", new HashMap<>(Map.of("typed", typed, "page", choices(account.councils()), "person", line(this.names.open(), account), "local", account.local() && account.enabled())), status);
	}

	private Choices choices(List<String> own) {
		var onFile = this.authorities.all();
		var gone = own.stream().filter(code -> onFile.stream().noneMatch(council -> council.code().equals(code))).map(code -> new Option(code, code + " (not on file)"));
		var councils = Stream.concat(onFile.stream().map(council -> new Option(council.code(), council.name())), gone).toList();
		var ways = new ArrayList<>(List.of(new Option("password", "By a password of their own", "You hand them a token once, by which they set it.")));
		this.elsewhere.ifPresent(way -> ways.add(new Option("council", "Through the council’s sign-in", "The name must be what the council’s sign-in calls them: " + way.claim() + ".")));
		return new Choices(Option.roles(Arrays.asList(Role.values())), Option.clearances(), REACHES, councils, OPEN, ways);
	}

	private static Line line(Names names, Account account) {
		var state = !account.enabled() ? new Tag("closed", "grey") : account.ready() ? new Tag("open", "green") : new Tag("invited", "yellow");
		return new Line(account.number(), account.name(), account.roles().stream().sorted(Comparator.naturalOrder()).map(Role::toString).collect(Collectors.joining(", ")),
				account.clearance().toString(), names.councils(account.councils()), state,
				account.signedInAt() == null ? "never" : Words.moment(account.signedInAt()));
	}

}
