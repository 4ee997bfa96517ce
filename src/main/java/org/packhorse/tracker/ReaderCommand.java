package org.packhorse.tracker;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a process that reads a file is started: on the same classes as this one, with little memory, one processor, no priority, no
/// names of other machines, and no network at all where the system can withhold it.
final class ReaderCommand {

	private static final String LAUNCHER_OF_A_PACKED_JAR = "org.springframework.boot.loader.launch.PropertiesLauncher";

	private ReaderCommand() {
	}

	static List<String> of(ReadingLimits limits) {
		return of(limits, ReaderProcess.class.getName());
	}

	static List<String> of(ReadingLimits limits, String main) {
		var command = new ArrayList<String>(Seclusion.before());
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx%dm".formatted(limits.memory()), "-XX:MaxDirectMemorySize=16m", "-XX:MaxMetaspaceSize=128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-XX:ActiveProcessorCount=1", "-XX:+ExitOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash", "-XX:-UsePerfData", "-XX:+DisableAttachMechanism",
				// What Java itself has to say would be taken for an answer.
				"-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Djava.io.tmpdir=.", "-Djava.awt.headless=true", "-Djdk.net.hosts.file=no-names",
				"-Djavax.xml.accessExternalDTD=", "-Djavax.xml.accessExternalSchema=", "-Djavax.xml.accessExternalStylesheet="));
		ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> option.startsWith("-XX:AOTCache=")).forEach(command::add);
		command.addAll(List.of("-cp", System.getProperty("java.class.path")));
		command.addAll(isPacked() ? List.of("-Dloader.main=" + main, LAUNCHER_OF_A_PACKED_JAR) : List.of(main));
		return List.copyOf(command);
	}

	/// Whether the classes stand in a jar within a jar, which only a launcher of its own opens.
	private static boolean isPacked() {
		return ReaderCommand.class.getClassLoader() != ClassLoader.getSystemClassLoader();
	}

	/// Programs of the system that lower what a process may do.
	private static final class Seclusion {

		private static final List<String> WITHOUT_NETWORK = List.of("/usr/bin/unshare", "--user", "--map-current-user", "--net", "--");

		private static final Path NICE = Path.of("/usr/bin/nice");

		private static final List<String> BEFORE = before(works());

		private Seclusion() {
		}

		static List<String> before() {
			return BEFORE;
		}

		private static List<String> before(boolean withoutNetwork) {
			var words = new ArrayList<String>();
			if (Files.isExecutable(NICE)) {
				words.addAll(List.of(NICE.toString(), "-n", "10"));
			}
			if (withoutNetwork) {
				words.addAll(WITHOUT_NETWORK);
			}
			return List.copyOf(words);
		}

		/// Many systems let nobody but root take a network away; there a process has one, and nothing in it that would use it.
		private static boolean works() {
			if (!Files.isExecutable(Path.of(WITHOUT_NETWORK.getFirst()))) {
				return false;
			}
			var words = new ArrayList<String>(WITHOUT_NETWORK);
			words.add("/bin/true");
			try {
				var tried = new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
				tried.environment().clear();
				return tried.start().waitFor() == 0;
			}
			catch (IOException ex) {
				return false;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}

	}

}
