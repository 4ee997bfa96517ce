package org.packhorse.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.packhorse.delivery.DeliveryRound;
import org.packhorse.pack.PackProblem;
import org.springframework.stereotype.Component;

/// What `serve` does about mail again and again: finishes finals that were cleared, posts them, and sends what is due.
@Component
class MailRound {

	private final Approvals approvals;

	private final Dispatch dispatch;

	private final DeliveryRound round;

	/// What was told of finals that were cleared: one that cannot be made says so once.
	private final Set<String> toldOfFinals = ConcurrentHashMap.newKeySet();

	/// Why nothing was sent, so that it is told once and not at every round.
	private volatile String told = "";

	MailRound(Approvals approvals, Dispatch dispatch, DeliveryRound round) {
		this.approvals = approvals;
		this.dispatch = dispatch;
		this.round = round;
	}

	/// Does it once.
	void go(Consumer<String> news) {
		this.approvals.finish(line -> {
			if (this.toldOfFinals.add(line)) {
				news.accept(line);
			}
		}).forEach(made -> news.accept(made.edition().name() + ": published, final"));
		this.dispatch.finals(news);
		tellOnce(standstill(news), news);
	}

	private String standstill(Consumer<String> news) {
		try {
			var round = this.round.deliver(news);
			return round.waiting() == 0 ? "" : round.standstill().orElse("");
		}
		catch (PackProblem ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	private void tellOnce(String words, Consumer<String> news) {
		if (!words.isEmpty() && !words.equals(this.told)) {
			news.accept(words);
		}
		this.told = words;
	}

}
