package org.packhorse.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.Progress;
import org.packhorse.pack.SignOffs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `editions`: what was published.
@Command(name = "editions", mixinStandardHelpOptions = true, description = "Lists the published editions, newest first: drafts with what they wait for, finals with who cleared them.")
final class EditionsCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Option(names = "--json", description = "Prints the list as JSON.")
	boolean json;

	@Override
	public Integer call() {
		try (var application = Application.open(this.packhorse.settings())) {
			var editions = application.get(Editions.class).published();
			var signOffs = application.get(SignOffs.class);
			var out = this.spec.commandLine().getOut();
			if (this.json) {
				out.println(Json.of(editions.stream().map(edition -> data(edition, editions, signOffs.of(cleared(edition, editions)))).toList()));
			}
			else if (editions.isEmpty()) {
				this.spec.commandLine().getErr().println("packhorse: nothing has been published yet; ./packhorse run PACK makes an edition.");
			}
			else {
				editions.forEach(edition -> {
					out.printf("%-50s %-6s %s%s%n", edition.name(), state(edition), edition.path(), Files.isDirectory(edition.path()) ? "" : " (the folder is gone)");
					words(edition, editions, signOffs.of(cleared(edition, editions))).forEach(line -> out.println("  " + line));
				});
			}
			return Outcome.DONE;
		}
	}

	/// What is there to say besides: how its sign-off stands, and what has taken its place.
	private static List<String> words(Edition edition, List<Edition> all, Optional<Progress> progress) {
		var words = new ArrayList<String>();
		progress.filter(found -> !found.posts().isEmpty()).ifPresent(found -> words.add(found.words()));
		progress.filter(found -> !edition.request().draft() && isOwed(found)).ifPresent(found -> words.add("not posted to " + String.join(", ", found.lists())));
		taker(edition, all).ifPresent(taker -> words.add("superseded by v" + taker.version()));
		return words;
	}

	/// Whether a final has lists to go to that have not been seen to.
	private static boolean isOwed(Progress progress) {
		return !progress.lists().isEmpty() && !progress.posted();
	}

	/// The edition whose sign-off tells of this one: a final's draft.
	private static Edition cleared(Edition edition, List<Edition> all) {
		return all.stream().filter(draft -> Objects.equals(edition.fromDraft(), draft.number())).findFirst().orElse(edition);
	}

	/// The newest edition that has taken the place of one: a final that of a final, whatever is newer that of a draft that nobody has
	/// cleared.
	private static Optional<Edition> taker(Edition edition, List<Edition> all) {
		return all.stream()
			.filter(other -> other.version() > edition.version() && other.name().replaceFirst("v\\d+$", "").equals(edition.name().replaceFirst("v\\d+$", ""))
					&& other.request().store().equals(edition.request().store()))
			.filter(other -> edition.request().draft() ? !Objects.equals(other.fromDraft(), edition.number()) : !other.request().draft())
			.max(Comparator.comparingInt(Edition::version));
	}

	private static Map<String, Object> data(Edition edition, List<Edition> all, Optional<Progress> progress) {
		var data = new LinkedHashMap<String, Object>();
		data.put("edition", edition.name());
		data.put("state", state(edition));
		data.put("folder", edition.path().toString());
		data.put("folderStands", Files.isDirectory(edition.path()));
		data.put("requestedBy", edition.request().requestedBy());
		data.put("requestedAt", edition.requestedAt().toString());
		data.put("software", String.valueOf(edition.software()));
		progress.ifPresent(found -> data.put("signOff", SignOffReport.data(found)));
		taker(edition, all).ifPresent(taker -> data.put("supersededBy", taker.name()));
		return data;
	}

	private static String state(Edition edition) {
		return edition.request().draft() ? "draft" : "final";
	}

}
