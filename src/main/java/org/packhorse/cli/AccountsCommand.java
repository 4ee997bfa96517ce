package org.packhorse.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.access.Accounts;
import org.packhorse.access.Accounts.Credentials;
import org.packhorse.access.Actors;
import org.packhorse.access.Role;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `accounts`: who may come into the console; `--invite` is the way back for whoever keeps them and has lost the password.
@Command(name = "accounts", mixinStandardHelpOptions = true, description = "Lists the console's accounts with their roles; --invite lets one of them set a new password.",
		footer = { "", "The first account is made in the browser, with the token that ./packhorse serve prints. docs/console.md tells more." })
final class AccountsCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Option(names = "--invite", paramLabel = "NAME", description = "Prints a token by which this account sets a new password, once, within three days.")
	@Nullable String invited;

	@Option(names = "--json", description = "Prints the list as JSON.")
	boolean json;

	@Override
	public Integer call() {
		try (var application = Application.open(this.packhorse.settings())) {
			var accounts = application.get(Accounts.class);
			var out = this.spec.commandLine().getOut();
			if (this.invited != null) {
				var account = accounts.named(this.invited).map(Credentials::account).filter(found -> found.local() && found.enabled()).orElseThrow(() -> new CommandLine.ParameterException(
						this.spec.commandLine(), "There is no open account '%s' with a password of its own; ./packhorse accounts lists them.".formatted(this.invited)));
				out.println(accounts.invite(account, application.get(Actors.class).current()));
				this.spec.commandLine().getErr().printf("packhorse: %s sets a new password with this token on the console's page /welcome; the old one opens nothing any more%n", account.name());
				return Outcome.DONE;
			}
			var all = accounts.all();
			if (this.json) {
				out.println(Json.of(all.stream().map(AccountsCommand::data).toList()));
			}
			else if (all.isEmpty()) {
				this.spec.commandLine().getErr().println("packhorse: there is no account yet; ./packhorse serve prints a token that makes the first one.");
			}
			else {
				all.forEach(account -> out.printf("%-30s %-9s reads %-11s %s%n", account.name(), state(account), account.clearance(), roles(account)));
			}
			return Outcome.DONE;
		}
	}

	private static String state(Account account) {
		return !account.enabled() ? "closed" : account.ready() ? "open" : "invited";
	}

	private static String roles(Account account) {
		return account.roles().stream().sorted(Comparator.naturalOrder()).map(Role::toString).collect(Collectors.joining(", "));
	}

	private static Map<String, Object> data(Account account) {
		var data = new LinkedHashMap<String, Object>();
		data.put("name", account.name());
		data.put("state", state(account));
		data.put("roles", account.roles().stream().sorted(Comparator.naturalOrder()).map(Role::toString).toList());
		data.put("clearance", account.clearance().toString());
		data.put("councils", account.councils());
		data.put("signedInAt", Objects.toString(account.signedInAt(), ""));
		return data;
	}

}
