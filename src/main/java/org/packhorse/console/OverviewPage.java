package org.packhorse.console;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.access.Role;
import org.packhorse.authority.Page;
import org.packhorse.run.PackRun;
import org.packhorse.run.RunLog;
import org.packhorse.run.RunOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// What somebody looks at first: what waits for them, what is wrong, what is due next and why, what ran.
@Controller
@ConditionalOnWebApplication
class OverviewPage {

	private static final int FEW = 5;

	/// What failed is wrong for so long: packs come by the month.
	private static final Duration LONG = Duration.ofDays(31);

	private static final Set<Role> LOOKERS = Set.of(Role.AUTHOR, Role.APPROVER, Role.ADMIN, Role.AUDITOR);

	private static final Set<Role> SEE_TO_MAIL = Set.of(Role.AUTHOR, Role.ADMIN, Role.AUDITOR);

	private final RunDesk desk;

	private final RunsPage runs;

	private final PackSight sight;

	private final SignOffPage signOffs;

	private final SchedulesPage schedules;

	private final DeliveryDesk deliveries;

	private final NameBook names;

	private final Clock clock;

	OverviewPage(RunDesk desk, RunsPage runs, PackSight sight, SignOffPage signOffs, SchedulesPage schedules, DeliveryDesk deliveries, NameBook names, Clock clock) {
		this.desk = desk;
		this.runs = runs;
		this.sight = sight;
		this.signOffs = signOffs;
		this.schedules = schedules;
		this.deliveries = deliveries;
		this.names = names;
		this.clock = clock;
	}

	/// The page. Lists that a role has no business with are empty.
	public record Shown(List<SignOffPage.Waiting> yours, long others, List<Wrong> wrong, List<SchedulesPage.Coming> coming, List<RunsPage.Line> runs, boolean looks) {
	}

	/// Something that somebody has to see to, and where.
	public record Wrong(String words, String path) {
	}

	@GetMapping("/")
	ModelAndView overview(Account account) {
		boolean looks = account.isAny(LOOKERS);
		var names = this.names.open();
		var waiting = account.isAny(Set.of(Role.AUTHOR, Role.APPROVER)) ? this.signOffs.waitingFor(account, names, 1) : new Page<SignOffPage.Waiting>(List.of(), 1, 0);
		var yours = waiting.items().stream().filter(draft -> !draft.yours().isEmpty()).toList();
		var schedules = looks ? this.schedules.glance(account, names, FEW) : new SchedulesPage.Glance(List.of(), List.of());
		var seen = this.sight.runs(account);
		var runs = looks ? this.desk.log().newest(seen, 0, Paging.SIZE) : List.<PackRun>of();
		var wrong = looks ? Stream.of(mail(account), runs(names, seen, runs), schedules.troubles().stream().map(words -> new Wrong(words, "/schedules"))).flatMap(each -> each).toList() : List.<Wrong>of();
		var shown = new Shown(yours, waiting.total() - yours.size(), wrong, schedules.coming(), this.runs.lines(names, runs.stream().limit(FEW).toList()), looks);
		return new ModelAndView("overview", Map.of("page", shown));
	}

	private Stream<Wrong> mail(Account account) {
		var wrong = new ArrayList<Wrong>();
		if (account.isAny(SEE_TO_MAIL)) {
			this.deliveries.held(account).ifPresent(held -> wrong.add(new Wrong(held + ".", "/deliveries")));
			long doubtful = this.deliveries.doubtful(account);
			if (doubtful > 0) {
				wrong.add(new Wrong(Words.counted(doubtful, "message") + (doubtful == 1 ? " is" : " are") + " doubtful: somebody has to find out whether it came.", "/deliveries"));
			}
		}
		return wrong.stream();
	}

	/// Runs without a process, and those that failed as long as something of them has not been made since.
	private Stream<Wrong> runs(Names names, RunLog.@Nullable Seen seen, List<PackRun> newest) {
		var lost = newest.stream().filter(run -> run.state() != PackRun.State.STOPPED && this.desk.isLost(run)).limit(FEW).map(run -> wrong(names, run, "has lost its process"));
		var failed = this.desk.log()
			.unmade(seen, this.clock.instant().minus(LONG), FEW)
			.stream()
			.map(unmade -> wrong(names, unmade.run(), "failed, and %s %s not been made since".formatted(Words.counted(unmade.packs(), "pack"), unmade.packs() == 1 ? "has" : "have")));
		return Stream.concat(lost, failed);
	}

	private static Wrong wrong(Names names, PackRun run, String what) {
		return new Wrong("Run %d (%s) %s.".formatted(run.number(), RunOrder.said(run.question(), names), what), "/runs/" + run.number());
	}

}
