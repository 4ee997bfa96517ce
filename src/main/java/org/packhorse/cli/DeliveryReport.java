package org.packhorse.cli;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.packhorse.delivery.Delivery;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.delivery.DeliveryRound;
import org.packhorse.delivery.Ledger;
import org.packhorse.delivery.Postbag;
import org.packhorse.schedule.Schedule;
import picocli.CommandLine;

/// Shows where messages stand: on standard output, for those who may know the addresses.
final class DeliveryReport {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

	private final CommandLine line;

	private final boolean json;

	DeliveryReport(CommandLine line, boolean json) {
		this.line = line;
		this.json = json;
	}

	/// Those that were just posted, as they stand now; the gravest state is the exit code.
	int ofPosted(Postbag.Posted posted, Ledger ledger, DeliveryRound.Round round) {
		var now = posted.deliveries().stream().map(each -> ledger.find(each.number()).orElseThrow()).toList();
		print(now);
		return round.standstill().isPresent() && now.stream().allMatch(each -> each.state() == State.PENDING) ? Outcome.LATER : exitCode(now);
	}

	void print(List<Delivery> deliveries) {
		if (this.json) {
			this.line.getOut().println(Json.of(deliveries.stream().map(DeliveryReport::data).toList()));
			return;
		}
		for (Delivery each : deliveries) {
			this.line.getOut().printf("%6d  %-9s  %-50s %s%s%n", each.number(), each.state(), recipient(each), each.about(), each.sendNo() == 1 ? "" : ", send " + each.sendNo());
			more(each);
		}
	}

	private void more(Delivery each) {
		if (!each.reason().isEmpty()) {
			this.line.getOut().println("        " + each.reason());
		}
		if (each.state() == State.PENDING) {
			this.line.getOut().printf("        tried %s, next try %s%n", each.attempts() == 1 ? "once" : each.attempts() + " times", stamp(each.nextTry()));
		}
		if (each.state() == State.DOUBTFUL) {
			this.line.getOut().printf("        decide: ./packhorse deliveries resolve %d --delivered|--resend --reason TEXT%n", each.number());
		}
	}

	private static String recipient(Delivery each) {
		return each.address().equals(each.recipient()) ? each.recipient() : "%s (rehearsal, to %s)".formatted(each.recipient(), each.address());
	}

	static int exitCode(List<Delivery> deliveries) {
		if (deliveries.stream().anyMatch(each -> each.state() == State.DOUBTFUL)) {
			return Outcome.DECISION;
		}
		if (deliveries.stream().anyMatch(each -> each.state() == State.REJECTED || each.state() == State.FAILED || each.state() == State.WITHDRAWN)) {
			return Outcome.FAILED;
		}
		return deliveries.stream().anyMatch(each -> each.state().isOpen()) ? Outcome.LATER : Outcome.DONE;
	}

	private static String stamp(Instant moment) {
		return STAMP.format(LocalDateTime.ofInstant(moment, Schedule.ZONE));
	}

	private static Map<String, Object> data(Delivery each) {
		var data = new LinkedHashMap<String, Object>();
		data.put("delivery", each.number());
		data.put("state", each.state().name());
		data.put("kind", each.kind().name().toLowerCase(Locale.ROOT));
		data.put("about", each.about());
		data.put("recipient", each.recipient());
		data.put("name", each.name());
		data.put("address", each.address());
		data.put("list", each.list());
		data.put("send", each.sendNo());
		data.put("messageId", each.messageId());
		data.put("reason", each.reason());
		data.put("attempts", each.attempts());
		data.put("nextTry", each.state() == State.PENDING ? each.nextTry().toString() : null);
		data.put("postedAt", each.postedAt().toString());
		data.put("tried", each.tried().stream().map(DeliveryReport::data).toList());
		return data;
	}

	private static Map<String, Object> data(Delivery.Attempt attempt) {
		var data = new LinkedHashMap<String, Object>();
		data.put("phase", attempt.phase().name());
		data.put("code", attempt.code());
		data.put("words", attempt.words());
		data.put("host", attempt.host());
		data.put("startedAt", attempt.startedAt().toString());
		data.put("endedAt", attempt.endedAt().toString());
		return data;
	}

}
