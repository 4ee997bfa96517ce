package org.packhorse.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Clock;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.packhorse.Published;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.PackRequest;
import org.packhorse.run.PackRun.Item;
import org.packhorse.run.PackRun.ItemState;
import org.packhorse.run.PackRun.Wanted;

import static org.assertj.core.api.Assertions.assertThat;

/// What one pack asks too much of becomes words on its record, and the next is tried.
class ItemMakerTests {

	@Test
	void packThatNeedsMoreMemoryThanThereIsSaysSo() {
		assertThat(trouble(new OutOfMemoryError("Java heap space"))).satisfies(trouble -> {
			assertThat(trouble.kind()).isEqualTo(PackProblem.Kind.FAILED);
			assertThat(trouble.words()).startsWith("this pack needs more memory than the %d MB this process has;".formatted(Runtime.getRuntime().maxMemory() >> 20));
		});
	}

	@Test
	void packThatIsNestedTooDeeplyIsNotMadeAndTheLogIsNamed() {
		assertThat(trouble(new StackOverflowError()).words()).startsWith("this failed: java.lang.StackOverflowError. The whole trace is in ").endsWith("packhorse.log.");
	}

	private static Trouble trouble(Error fault) {
		var request = Published.request("X99000007", "small", LocalDate.of(2021, 6, 30), Path.of("out"));
		var item = new Item(1, 1, Wanted.of(request), ItemState.MAKING, null, null, null, null);
		var outcome = new ItemMaker(new Demanding(fault), null, new Home("home"), _ -> {
		}, Clock.systemUTC()).make(item, () -> true).orElseThrow();
		return outcome.trouble();
	}

	/// Has not enough for any pack.
	private static final class Demanding extends PackRuns {

		private final Error fault;

		Demanding(Error fault) {
			super(null, null, null, null, null, null, null, null, null, null, null);
			this.fault = fault;
		}

		@Override
		public Made make(PackRequest asked, long run, Consumer<String> progress) {
			throw this.fault;
		}

	}

}
