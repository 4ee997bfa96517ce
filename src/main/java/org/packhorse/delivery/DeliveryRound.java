package org.packhorse.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.packhorse.delivery.Delivery.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sends what is due, once: takes each message in hand, looks again whether it may go, hands it over, and writes down how that ended.
@Component
public class DeliveryRound {

	private static final Logger LOG = LoggerFactory.getLogger(DeliveryRound.class);

	private final Ledger ledger;

	private final Claims claims;

	private final Readmission readmission;

	private final SendJournal journal;

	private final Holding holding;

	private final MailServer server;

	private final MailSetup mail;

	private final Clock clock;

	DeliveryRound(Ledger ledger, Claims claims, Readmission readmission, SendJournal journal, Holding holding, MailServer server, MailSetup mail, Clock clock) {
		this.ledger = ledger;
		this.claims = claims;
		this.readmission = readmission;
		this.journal = journal;
		this.holding = holding;
		this.server = server;
		this.mail = mail;
		this.clock = clock;
	}

	/// What a round did.
	///
	/// @param ended how many messages came to each state
	/// @param waiting how many wait now, whatever for
	/// @param nextDue when the next of those is due
	/// @param standstill why nothing was sent: mail is held, or not set up
	public record Round(Map<State, Integer> ended, int waiting, Optional<Instant> nextDue, Optional<String> standstill) {

		/// How many came to a state.
		public int count(State state) {
			return this.ended.getOrDefault(state, 0);
		}

	}

	/// Sends what is due, whatever it is about, and tells of each message by its number.
	public Round deliver(Consumer<String> news) {
		return deliver(null, news);
	}

	/// Sends what is due about one edition or notice.
	public Round deliver(@Nullable String about, Consumer<String> news) {
		var settings = this.mail.settings();
		var look = this.holding.look();
		if (look.held()) {
			return end(Map.of(), Optional.of("Mail is held: %s. ./packhorse deliveries hold says more.".formatted(look.reason())));
		}
		var ended = new EnumMap<State, Integer>(State.class);
		int doubtful = sweep(news);
		if (doubtful > 0) {
			ended.put(State.DOUBTFUL, doubtful);
		}
		if (!settings.isSetUp()) {
			return end(ended, Optional.of("Mail is not set up: packhorse.mail.host says nothing. What was posted waits."));
		}
		new Talk(settings, ended, news).all(about);
		return end(ended, Optional.empty());
	}

	/// Takes messages out of the hands of processes that are gone: those that were at their end are doubtful from here on, the others
	/// wait again. Says how many are doubtful; nothing is sent.
	public int sweep(Consumer<String> news) {
		var found = this.claims.sweep();
		for (Delivery doubtful : found) {
			note(State.DOUBTFUL, doubtful);
			news.accept(line(doubtful, State.DOUBTFUL, doubtful.reason()));
		}
		return found.size();
	}

	private Round end(Map<State, Integer> ended, Optional<String> standstill) {
		return new Round(Map.copyOf(ended), this.ledger.count(State.PENDING), this.ledger.nextDue(), standstill);
	}

	/// Addresses stay out of this: it may come to stand in a log.
	private static String line(Delivery delivery, State state, String words) {
		return "delivery %d of %s: %s%s".formatted(delivery.number(), delivery.about(), state, words.isEmpty() ? "" : " (" + Addresses.without(words) + ")");
	}

	/// The ledger knows already; without this line it would be asked after a restore whether it still does.
	private void note(State state, Delivery delivery) {
		try {
			this.journal.write(state, delivery.messageId(), delivery.fence(), delivery.about());
		}
		catch (IOException ex) {
			LOG.warn("The send journal {} cannot be written: {}", this.journal.file(), ex.toString());
		}
	}

	/// One round's messages to one server.
	private final class Talk {

		private final MailSettings settings;

		private final Readmission.Round gate;

		private final Map<State, Integer> ended;

		private final Consumer<String> news;

		/// Once the server cannot be reached at all, the others need not try in this round.
		private @Nullable Handover unreached;

		private Talk(MailSettings settings, Map<State, Integer> ended, Consumer<String> news) {
			this.settings = settings;
			this.gate = DeliveryRound.this.readmission.round(settings);
			this.ended = ended;
			this.news = news;
		}

		private void all(@Nullable String about) {
			for (long number : DeliveryRound.this.claims.due(about)) {
				var claimed = DeliveryRound.this.claims.claim(number, this.settings);
				if (claimed.isPresent() && DeliveryRound.this.holding.isBehind(claimed.get())) {
					DeliveryRound.this.claims.putBack(claimed.get());
				}
				else {
					claimed.ifPresent(this::one);
				}
			}
		}

		private void one(Delivery delivery) {
			var frozen = DeliveryRound.this.ledger.frozen(delivery.number());
			var refusal = frozen.sound() ? this.gate.refusal(delivery) : Optional.of(new Readmission.Refusal("its bytes in the ledger are not those that were made", false));
			if (refusal.isPresent()) {
				refuse(delivery, refusal.get());
				return;
			}
			var started = now();
			var handover = this.unreached != null ? this.unreached
					: DeliveryRound.this.server.hand(frozen, this.settings, () -> launch(delivery));
			if (handover.phase().compareTo(Phase.GREETING) <= 0) {
				this.unreached = handover;
			}
			var attempt = new Delivery.Attempt(delivery.fence(), handover.phase(), handover.code(), handover.words(), this.settings.server().name(), started, now());
			// How it ended first: a database that fails between the two must not leave doubt where the server gave its answer.
			settle(delivery, handover);
			DeliveryRound.this.ledger.tried(delivery.number(), attempt);
		}

		/// What a mended folder or setting lets through again only waits.
		private void refuse(Delivery delivery, Readmission.Refusal refusal) {
			var state = refusal.passing() ? Optional.of(DeliveryRound.this.claims.later(delivery, refusal.words(), this.settings))
					: settled(delivery, State.WITHDRAWN, refusal.words());
			state.ifPresent(now -> count(delivery, now, refusal.words()));
		}

		/// First the ledger, then the journal, both for certain; only then the message's end.
		private void launch(Delivery delivery) throws IOException {
			if (!DeliveryRound.this.claims.launch(delivery, this.settings)) {
				throw new IOException("not sent: the message is no longer this process's to send, or mail is held");
			}
			DeliveryRound.this.journal.write(State.IN_FLIGHT, delivery.messageId(), delivery.fence(), delivery.about());
		}

		private void settle(Delivery delivery, Handover handover) {
			var words = words(handover);
			var state = switch (handover.verdict()) {
				case ACCEPTED -> settled(delivery, State.ACCEPTED, words);
				case REJECTED -> settled(delivery, State.REJECTED, words);
				case DOUBTFUL -> settled(delivery, State.DOUBTFUL, words);
				case LATER -> Optional.of(DeliveryRound.this.claims.later(delivery, words, this.settings));
			};
			if (state.isPresent()) {
				if (handover.phase().compareTo(Phase.GATE) >= 0) {
					note(state.get(), delivery);
				}
				count(delivery, state.get(), words);
			}
		}

		private Optional<State> settled(Delivery delivery, State state, String words) {
			return DeliveryRound.this.claims.settle(delivery, state, words) ? Optional.of(state) : Optional.empty();
		}

		private static String words(Handover handover) {
			return handover.phase() == Phase.END ? handover.words() : "%s: %s".formatted(handover.phase().words(), handover.words());
		}

		private void count(Delivery delivery, State state, String words) {
			this.ended.merge(state, 1, Integer::sum);
			this.news.accept(line(delivery, state, words));
		}

		private Instant now() {
			return DeliveryRound.this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		}

	}

}
