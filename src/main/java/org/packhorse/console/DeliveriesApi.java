package org.packhorse.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.access.AuditEntry;
import org.packhorse.delivery.Delivery;
import org.packhorse.delivery.Delivery.State;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Messages and the audit trail for scripts: the same as on the pages.
@RestController
@ConditionalOnWebApplication
class DeliveriesApi {

	private final DeliveryDesk desk;

	private final HoldDesk hold;

	private final AuditDesk audit;

	DeliveriesApi(DeliveryDesk desk, HoldDesk hold, AuditDesk audit) {
		this.desk = desk;
		this.hold = hold;
		this.audit = audit;
	}

	/// How all mail stands.
	///
	/// @param reason why it is held, or blank
	/// @param differences what the send journal knows and the ledger does not
	/// @param seen what a lift has to say that it has seen
	public record Hold(boolean held, String reason, @Nullable Instant since, List<String> differences, String seen) {
	}

	/// What becomes of all mail, and why.
	///
	/// @param seen of a lift: what the look said
	public record Holding(@Among({ "hold", "lift" }) String act, String reason, @Nullable String seen) {
	}

	/// What messages are searched by.
	///
	/// @param edition its whole name
	public record Sought(@Nullable State state, @Nullable String edition, @Nullable String authority, @Nullable Integer page) {
	}

	/// What the trail is searched by.
	///
	/// @param object what something was done to, or the beginning of an edition's name
	/// @param authority the council that an entry names
	/// @param from the first day, @param to the last
	public record Recorded(@Nullable String object, @Nullable String authority, @Nullable String actor, @Nullable String action, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable Integer page) {
	}

	/// A page of the trail.
	///
	/// @param since the day from which on was searched because a council was named and no first day, or null
	public record Trail(@Nullable LocalDate since, int page, int pages, long total, List<AuditEntry> items) {
	}

	/// The ledger.
	///
	/// @param held that all mail is held, with the reason where it is for the account, or null
	public record Ledger(@Nullable String held, Map<State, Long> counts, Api.Page<Message> deliveries) {
	}

	/// A message.
	public record Message(long delivery, State state, Delivery.Kind kind, String about, String recipient, String name, String address, @Nullable String list, int send, String messageId, String reason,
			int attempts, @Nullable Instant nextTry, Instant postedAt, List<Delivery.Attempt> tried) {
	}

	/// What a person has decided: `delivered` or `resend`, and why.
	public record Decision(@Among({ "delivered", "resend" }) String decision, String reason) {
	}

	@GetMapping("/api/v1/deliveries")
	@Filters(Sought.class)
	Ledger deliveries(Account account, Typed typed) {
		Api.demandFaultless(typed);
		var look = this.desk.look(DeliveriesPage.search(typed), account, Paging.asked(typed.text("page")));
		return new Ledger(this.desk.held(account).orElse(null), look.counts(), Api.Page.of(look.page(), delivery -> message(account, delivery)));
	}

	@GetMapping("/api/v1/deliveries/hold")
	@MayBeNothing
	Hold hold(Account account) {
		var look = this.hold.look(account);
		return new Hold(look.held(), DeliveryDesk.why(look.reason()), look.since(), look.differences().stream().map(Told::words).toList(), HoldDesk.seen(look));
	}

	@PostMapping("/api/v1/deliveries/hold")
	@MayBeNothing
	@Fields(Holding.class)
	Api.Done hold(Account account, Typed typed) {
		return new Api.Done(this.hold.decided(account, typed).orElseThrow(() -> new Api.Refused(typed)));
	}

	@GetMapping("/api/v1/deliveries/{delivery}")
	Message one(Account account, @PathVariable long delivery) {
		return message(account, this.desk.known(account, delivery));
	}

	@PostMapping("/api/v1/deliveries/{delivery}")
	@Fields(Decision.class)
	Message settle(Account account, @PathVariable long delivery, Typed typed) {
		return message(account, this.desk.settle(account, delivery, typed).orElseThrow(() -> new Api.Refused(typed)));
	}

	@GetMapping("/api/v1/audit")
	@Filters(Recorded.class)
	Trail audit(Typed typed) {
		var found = this.audit.look(typed);
		Api.demandFaultless(typed);
		return new Trail(found.since(), found.page().number(), found.page().pages(), found.page().total(), found.page().items());
	}

	private static Message message(Account account, Delivery delivery) {
		var tried = delivery.tried()
			.stream()
			.map(each -> new Delivery.Attempt(each.fence(), each.phase(), each.code(), DeliveryDesk.words(account, each.words()), each.host(), each.startedAt(), each.endedAt()))
			.toList();
		return new Message(delivery.number(), delivery.state(), delivery.kind(), delivery.about(), DeliveryDesk.shown(account, delivery.recipient()), delivery.name(),
				DeliveryDesk.shown(account, delivery.address()), delivery.list(), delivery.sendNo(), delivery.messageId(), DeliveryDesk.words(account, delivery.reason()), delivery.attempts(),
				delivery.state() == State.PENDING ? delivery.nextTry() : null, delivery.postedAt(), tried);
	}

}
