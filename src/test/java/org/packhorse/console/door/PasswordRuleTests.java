package org.packhorse.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "correct horse battery", "wet slates drip", "839201746582", "ünï çödé wörds", "password of the old bridge" })
	void longOneOfOnesOwnIsTaken(String password) {
		assertThat(PasswordRule.fault(password, "keeper")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "password1234", "Packhorse2026!", "aaaaaaaaaaaa", "abababababab", "welcome123456", "LetMeInQwerty" })
	void whatAnybodyWouldTryFirstIsNot(String password) {
		assertThat(PasswordRule.fault(password, "keeper")).hasValueSatisfying(words -> assertThat(words).startsWith("Password is among the first that anybody would try"));
	}

	@Test
	void shortOneTheNameAndTooLongOneAreNot() {
		assertThat(PasswordRule.fault("eleven sign", "keeper")).hasValueSatisfying(words -> assertThat(words).contains("at least 12"));
		assertThat(PasswordRule.fault("Chief Executive1", "chief executive")).hasValueSatisfying(words -> assertThat(words).contains("the name"));
		assertThat(PasswordRule.fault("ab cd ef gh ".repeat(17), "keeper")).hasValueSatisfying(words -> assertThat(words).contains("at most 200"));
		assertThat(PasswordRule.fault("ab cd ef gh ".repeat(16), "keeper")).isEmpty();
	}

}
