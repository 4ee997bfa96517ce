package org.packhorse.console;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.packhorse.access.Account;
import org.packhorse.access.Role;
import org.packhorse.delivery.Delivery;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.delivery.LedgerSearch;
import org.packhorse.delivery.Resolutions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The ledger of messages, those that a person must look at first; and one message, with every try and what can be decided about it.
@Controller
@ConditionalOnWebApplication
class DeliveriesPage {

	private static final List<String> FILTERS = List.of("state", "edition", "authority");

	private final DeliveryDesk desk;

	private final NameBook names;

	DeliveriesPage(DeliveryDesk desk, NameBook names) {
		this.desk = desk;
		this.names = names;
	}

	/// The list.
	///
	/// @param held that all mail is held, and why as far as that is for the account, or blank; @param decides whether the account may hold it and let it go
	public record Shown(String held, boolean decides, List<Count> counts, List<Line> deliveries, List<Option> states, List<Option> councils, Paging paging) {
	}

	/// How many stand in a state.
	public record Count(Tag state, String many, String path) {
	}

	/// A message in the list.
	public record Line(long number, Tag state, String recipient, Called about, boolean ofEdition, String reason, String at) {
	}

	/// One message.
	///
	/// @param decisions what the account can decide about it
	public record One(Line line, String name, String address, String list, String kind, int sendNo, String messageId, String nextTry, List<Try> tries, List<Option> decisions) {
	}

	/// One try.
	public record Try(String at, String phase, String words, String host) {
	}

	@GetMapping("/deliveries")
	ModelAndView deliveries(Account account, Typed typed) {
		var look = this.desk.look(search(typed), account, Paging.asked(typed.text("page")));
		var names = this.names.open();
		var councils = names.choice("All councils", names.councils().keySet().stream().filter(account::ofCouncil));
		var states = Stream.concat(Stream.of(new Option("", "All states")), Arrays.stream(State.values()).map(state -> new Option(state.name(), Words.capital(Words.state(state))))).toList();
		var filters = EditionsPage.filters(typed, FILTERS);
		var counts = Arrays.stream(State.values()).filter(state -> look.counts().get(state) > 0).map(state -> count(state, look.counts().get(state), filters)).toList();
		var shown = new Shown(this.desk.held(account).orElse(""), HoldDesk.decides(account), counts, look.page().items().stream().map(delivery -> line(account, names, delivery)).toList(), states, councils,
				new Paging("/deliveries", filters, look.page().number(), look.page().total()));
		return new ModelAndView("deliveries", Map.of("typed", typed, "page", shown));
	}

	/// What somebody looks for, as a form or a script says it; a state that there is not is all of them.
	static LedgerSearch search(Typed typed) {
		var state = Arrays.stream(State.values()).filter(each -> each.name().equalsIgnoreCase(typed.text("state"))).findFirst().orElse(null);
		return new LedgerSearch(state, EditionDesk.orNull(typed.text("edition")), EditionDesk.orNull(typed.text("authority")));
	}

	private static Count count(State state, long many, Map<String, String> filters) {
		var others = new HashMap<>(filters);
		others.put("state", state.name());
		return new Count(tag(state), "%,d".formatted(many), new Paging("/deliveries", others, 1, many).at(1));
	}

	static Tag tag(State state) {
		return new Tag(Words.state(state), switch (state) {
			case DOUBTFUL -> "yellow";
			case REJECTED, FAILED -> "red";
			case PENDING, CLAIMED, IN_FLIGHT -> "blue";
			case ACCEPTED, DELIVERED -> "green";
			case WITHDRAWN, RESENT -> "grey";
		});
	}

	private static Line line(Account account, Names names, Delivery delivery) {
		boolean ofEdition = delivery.kind() != Delivery.Kind.NOTICE;
		var rehearsal = delivery.kind() == Delivery.Kind.REHEARSAL ? " (rehearsal)" : "";
		return new Line(delivery.number(), tag(delivery.state()), DeliveryDesk.shown(account, delivery.recipient()) + rehearsal,
				ofEdition ? names.called(delivery.about()) : Called.plainly(names.notice(delivery.about())), ofEdition, DeliveryDesk.words(account, delivery.reason()), Words.moment(delivery.postedAt()));
	}

	@GetMapping("/deliveries/{delivery}")
	ModelAndView one(Account account, @PathVariable long delivery) {
		return page(account, this.desk.known(account, delivery), Typed.with(Map.of()), HttpStatus.OK);
	}

	@PostMapping("/deliveries/{delivery}")
	ModelAndView settle(Account account, Typed typed, @PathVariable long delivery, RedirectAttributes redirect) {
		var settled = this.desk.settle(account, delivery, typed);
		if (settled.isEmpty()) {
			return page(account, this.desk.known(account, delivery), typed, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		long now = settled.get().number();
		redirect.addFlashAttribute("notice", now == delivery ? "Message %d is settled as delivered.".formatted(delivery) : "Message %d goes again as message %d.".formatted(delivery, now));
		return new ModelAndView("redirect:/deliveries/" + now);
	}

	private ModelAndView page(Account account, Delivery delivery, Typed typed, HttpStatus status) {
		var address = delivery.address().equals(delivery.recipient()) ? "" : DeliveryDesk.shown(account, delivery.address());
		var tries = delivery.tried().stream().map(each -> aTry(account, each)).toList();
		var one = new One(line(account, this.names.open(), delivery), delivery.name(), address, Optional.ofNullable(delivery.list()).orElse(""), kind(delivery.kind()), delivery.sendNo(), delivery.messageId(),
				delivery.state() == State.PENDING ? Words.moment(delivery.nextTry()) : "", tries, decisions(account, delivery.state()));
		return new ModelAndView("one-delivery", Map.of("typed", typed, "page", one), status);
	}

	private static Try aTry(Account account, Delivery.Attempt each) {
		var code = each.code() == 0 ? "" : each.code() + " ";
		return new Try(Words.moment(each.startedAt()), Words.capital(each.phase().words()), code + DeliveryDesk.words(account, each.words()), each.host());
	}

	private static String kind(Delivery.Kind kind) {
		return switch (kind) {
			case EDITION -> "an edition";
			case REHEARSAL -> "a rehearsal";
			case NOTICE -> "a notice";
		};
	}

	private static List<Option> decisions(Account account, State state) {
		if (!account.roles().contains(Role.AUTHOR)) {
			return List.of();
		}
		var delivered = state == State.DOUBTFUL ? Stream.of(new Option("delivered", "It came", "Somebody asked the recipient, or found it in the mail server’s log.")) : Stream.<Option>empty();
		var again = Resolutions.mayResend(state) ? Stream.of(new Option("resend", "Send it again", "As a new message; the recipient may get two.")) : Stream.<Option>empty();
		return Stream.concat(delivered, again).toList();
	}

}
