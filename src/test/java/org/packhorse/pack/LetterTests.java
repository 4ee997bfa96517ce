package org.packhorse.pack;

import org.junit.jupiter.api.Test;
import org.packhorse.ExamplePack;

import static org.assertj.core.api.Assertions.assertThat;

/// The e-mail of the example council's board pack.
class LetterTests {

	@Test
	void letterSaysWhereThePlanStandsAndHowToOpenThePack() {
		var letter = letter(true);
		assertThat(letter.subject()).isEqualTo("OFFICIAL-SENSITIVE: Improvement Board pack, 31 March 2026, Exampleshire");
		assertThat(letter.plain()).contains("OFFICIAL-SENSITIVE", "As at: 31 March 2026", "How to open the pack", "Word (");
		assertThat(letter.plain().lines()).allMatch(line -> line.length() <= 76);
	}

	private static Letter letter(boolean headlines) {
		return ExamplePack.made().database().bean(PackMaker.class).letter(ExamplePack.made().edition(), headlines);
	}

}
