package org.packhorse.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.packhorse.access.Account;
import org.packhorse.access.Role;
import org.packhorse.authority.Page;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// What somebody looks at first: what waits for them, what is wrong, what is due next and why, what ran.
@Controller
@ConditionalOnWebApplication
class OverviewPage {

	private static final int FEW = 5;

	private static final Set<Role> LOOKERS = Set.of(Role.AUTHOR, Role.APPROVER, Role.ADMIN, Role.AUDITOR);

	private static final Set<Role> SEE_TO_MAIL = Set.of(Role.AUTHOR, Role.ADMIN, Role.AUDITOR);

	private final RunDesk desk;

	private final RunsPage runs;

	private final PackSight sight;

	private final SignOffPage signOffs;

	private final SchedulesPage schedules;

	private final DeliveryDesk deliveries;

	OverviewPage(RunDesk desk, RunsPage runs, PackSight sight, SignOffPage signOffs, SchedulesPage schedules, DeliveryDesk deliveries) {
		this.desk = desk;
		this.runs = runs;
		this.sight = sight;
		this.signOffs = signOffs;
		this.schedules = schedules;
		this.deliveries = deliveries;
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
		var waiting = account.isAny(Set.of(Role.AUTHOR, Role.APPROVER)) ? this.signOffs.waitingFor(account, 1) : new Page<SignOffPage.Waiting>(List.of(), 1, 0);
		var yours = waiting.items().stream().filter(draft -> !draft.yours().isEmpty()).toList();
		var schedules = looks ? this.schedules.glance(account, FEW) : new SchedulesPage.Glance(List.of(), List.of());
		var runs = looks ? this.runs.lines(this.desk.log().newest(this.sight.runs(account), 0, Paging.SIZE)) : List.<RunsPage.Line>of();
		var shown = new Shown(yours, waiting.total() - yours.size(), wrong(account, runs, schedules.troubles()), schedules.coming(), runs.stream().limit(FEW).toList(), looks);
		return new ModelAndView("overview", Map.of("page", shown));
	}

	private List<Wrong> wrong(Account account, List<RunsPage.Line> runs, List<String> troubles) {
		var wrong = new ArrayList<Wrong>();
		if (account.isAny(SEE_TO_MAIL)) {
			this.deliveries.held().ifPresent(why -> wrong.add(new Wrong("All mail is held: " + why, "/deliveries")));
			long doubtful = this.deliveries.doubtful(account);
			if (doubtful > 0) {
				wrong.add(new Wrong(Words.counted(doubtful, "message") + (doubtful == 1 ? " is" : " are") + " doubtful: somebody has to find out whether it came.", "/deliveries"));
			}
		}
		runs.stream()
			.filter(run -> run.state().tone().equals("red"))
			.limit(FEW)
			.forEach(run -> wrong.add(new Wrong("Run %d (%s) %s: %s.".formatted(run.number(), run.question(), run.state().words(), run.count()), "/runs/" + run.number())));
		troubles.forEach(words -> wrong.add(new Wrong(words, "/schedules")));
		return wrong;
	}

}
