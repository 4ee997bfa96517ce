package org.packhorse.run;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.packhorse.delivery.DeliveryRound;
import org.packhorse.pack.PackProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What `serve` does about mail again and again: finishes finals that were cleared, posts them, and sends what is due.
@Component
class MailRound {

	private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

	private final Approvals approvals;

	private final Dispatch dispatch;

	private final DeliveryRound round;

	/// What was told of finals that were cleared: one that cannot be made says so once.
	private final Set<String> toldOfFinals = ConcurrentHashMap.newKeySet();

	/// What was told of each part of the round, so that it is told once and not at every round.
	private final Map<String, String> told = new ConcurrentHashMap<>();

	MailRound(Approvals approvals, Dispatch dispatch, DeliveryRound round) {
		this.approvals = approvals;
		this.dispatch = dispatch;
		this.round = round;
	}

	/// Does it once, each part whatever became of the others.
	void go(Consumer<String> news) {
		go(news, () -> false);
	}

	/// The same, and stops after the message in hand once it is told to: what is not begun waits in the ledger.
	void go(Consumer<String> news, BooleanSupplier stopping) {
		var parts = new LinkedHashMap<String, Supplier<String>>();
		parts.put("Finals of cleared drafts", () -> finish(news));
		parts.put("Posting finals", () -> posted(news));
		parts.put("Sending mail", () -> standstill(news, stopping));
		parts.forEach((name, work) -> {
			if (!stopping.getAsBoolean()) {
				part(name, work, news);
			}
		});
	}

	/// A part says why it came to nothing, or nothing.
	private void part(String name, Supplier<String> work, Consumer<String> news) {
		try {
			tellOnce(name, work.get(), news);
		}
		catch (PackProblem ex) {
			tellOnce(name, String.valueOf(ex.getMessage()), news);
		}
		catch (RuntimeException ex) {
			if (tellOnce(name, "%s failed: %s. The whole trace is in the log.".formatted(name, ex.getMessage()), news)) {
				LOG.error("{} failed", name, ex);
			}
		}
	}

	/// Whether it was news.
	private boolean tellOnce(String name, String words, Consumer<String> news) {
		boolean untold = !words.equals(this.told.put(name, words)) && !words.isEmpty();
		if (untold) {
			news.accept(words);
		}
		return untold;
	}

	private String finish(Consumer<String> news) {
		this.approvals.finish(line -> {
			if (this.toldOfFinals.add(line)) {
				news.accept(line);
			}
		}).forEach(made -> news.accept(made.name() + ": published, final"));
		return "";
	}

	private String posted(Consumer<String> news) {
		this.dispatch.finals(news);
		return "";
	}

	/// Each message is told of when its end is in the ledger: the place to stop.
	private String standstill(Consumer<String> news, BooleanSupplier stopping) {
		try {
			var done = this.round.deliver(line -> {
				news.accept(line);
				if (stopping.getAsBoolean()) {
					throw new CutShort();
				}
			});
			return done.waiting() == 0 ? "" : done.standstill().orElse("");
		}
		catch (CutShort ex) {
			return "";
		}
	}

	/// The process is asked to stop.
	private static final class CutShort extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		private CutShort() {
			super("the process is asked to stop", null, false, false);
		}

	}

}
