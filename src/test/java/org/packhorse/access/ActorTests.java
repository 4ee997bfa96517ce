package org.packhorse.access;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ActorTests {

	@Test
	void withoutASettingTheAccountActs() {
		var account = System.getProperty("user.name");
		assertThat(new Actors("").current()).isEqualTo(new Actor(account));
		assertThat(new Actors(account).current()).hasToString(account);
	}

	@Test
	void namedPersonIsRecordedWithTheAccount() {
		var actors = new Actors("jbloggs");
		assertThat(actors.current().name()).isEqualTo("jbloggs");
		assertThat(actors.current()).hasToString("jbloggs via " + System.getProperty("user.name"));
		assertThat(actors.named("schedule monthly")).hasToString("schedule monthly");
	}

	@Test
	void namesAreShortAndWithoutControlCharacters() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Actor("jbloggs\r\nadmin"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Actor(" "));
	}

	@Test
	void lettersCaseTellsNobodyApart() {
		assertThat(new Actor("JBloggs").isSame("jbloggs")).isTrue();
	}

	/// The é of the first is one letter, that of the second an e with an accent behind it.
	@Test
	void accentsWrittenInTwoWaysTellNobodyApart() {
		assertThat(new Actor("ren\u00e9")).isEqualTo(new Actor("rene\u0301"));
		assertThat(new Actor("ren\u00e9").isSame("RENE\u0301")).isTrue();
	}

	@Test
	void clearanceCoversWiderAudiencesAlone() {
		assertThat(Clearance.MEMBERS.may("PUBLIC")).isTrue();
		assertThat(Clearance.MEMBERS.may("members")).isTrue();
		assertThat(Clearance.MEMBERS.may("restricted")).isFalse();
		assertThat(Clearance.RESTRICTED.may("everybody")).isFalse();
	}

}
