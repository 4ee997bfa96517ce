package org.packhorse.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.AuditTrail;
import org.packhorse.access.AuditVerification;
import org.packhorse.pack.PackProblem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Who did what and when, and whether the trail is as it was written.
@Controller
@ConditionalOnWebApplication
class AuditPage {

	static final List<String> FILTERS = List.of("object", "authority", "actor", "action", "from", "to");

	private final AuditDesk desk;

	private final AuditTrail trail;

	private final AuditVerification verification;

	private final NameBook names;

	private final Lock proving = new ReentrantLock();

	AuditPage(AuditDesk desk, AuditTrail trail, AuditVerification verification, NameBook names) {
		this.desk = desk;
		this.trail = trail;
		this.verification = verification;
		this.names = names;
	}

	/// The trail, a page of it.
	///
	/// @param since the day from which on was searched though nobody named it, or blank
	public record Shown(String since, List<Line> entries, List<Option> councils, List<Option> actions, Paging paging) {
	}

	/// An entry in words.
	///
	/// @param path the page of what it is about, or blank where that has none
	public record Line(long seq, String at, String actor, String action, Called object, String path, List<Fact> facts) {
	}

	/// One more thing that an entry says.
	public record Fact(String label, List<Called> values) {
	}

	/// What a verification found.
	public record Proof(boolean good, String words, List<String> faults, String trusted, String checkpointed) {
	}

	@GetMapping("/audit")
	ModelAndView trail(Typed typed) {
		return page(typed, null);
	}

	/// The whole trail is read, so it takes a form to ask for it, and one at a time has it read.
	@PostMapping("/audit/verify")
	ModelAndView verify(Typed typed) {
		if (!this.proving.tryLock()) {
			throw new PackProblem(PackProblem.Kind.BUSY, "The trail is being proved for somebody else. Try again in a minute.");
		}
		try {
			return page(typed, proof(this.verification.verify()));
		}
		finally {
			this.proving.unlock();
		}
	}

	private ModelAndView page(Typed typed, @Nullable Proof proof) {
		var look = this.desk.look(typed);
		var found = look.page();
		var names = this.names.open();
		var words = new AuditWords(names);
		var actions = Stream.concat(Stream.of(new Option("", "Anything")), this.trail.actions().stream().map(action -> new Option(action, AuditWords.action(action)))).toList();
		var shown = new Shown(look.since() == null ? "" : Words.day(look.since()), found.items().stream().map(words::line).toList(),
				names.choice("All councils", names.councils().keySet().stream()), actions, new Paging("/audit", EditionsPage.filters(typed, FILTERS), found.number(), found.total()));
		var model = new HashMap<String, Object>(Map.of("typed", typed, "page", shown));
		if (proof != null) {
			model.put("proof", proof);
		}
		return new ModelAndView("audit", model, typed.isFaulty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
	}

	private static Proof proof(AuditVerification.Result result) {
		var words = result.good() ? "%s as they were written, and none is missing.".formatted(Words.counted(result.entries(), "entry", "entries"))
				: "The trail is not as it was written.";
		var trusted = result.firstBad() == 0 ? "" : result.trustedUntil() == null ? "No entry can be relied on."
				: "Entries 1 to %,d can be relied on, recorded until %s; not what stands from %,d on.".formatted(result.trustedTo(), Words.moment(result.trustedUntil()), result.firstBad());
		var checkpointed = result.checkpointed() == 0 ? "No checkpoint outside the database vouches for any of it." : "Checkpoints outside the database vouch for entries 1 to %,d.".formatted(result.checkpointed());
		return new Proof(result.good(), words, result.faults().stream().map(Told::words).toList(), trusted, checkpointed);
	}

}
