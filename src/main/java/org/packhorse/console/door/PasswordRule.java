package org.packhorse.console.door;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a password must be: long, and not what anybody would try first. No rule asks for signs of any kind, none for a change by the calendar
/// (National Cyber Security Centre; ASVS 5.0, 6.2).
public final class PasswordRule {

	/// The fewest signs.
	public static final int SHORTEST = 12;

	/// The most signs.
	public static final int LONGEST = 200;

	private static final int MANY_SIGNS = 9;

	private static final List<String> FIRST_TRIED = List.of("password", "packhorse", "letmein", "qwerty", "welcome", "123456", "abcdef", "council", "improvement", "children",
			"admin", "changeme", "iloveyou", "monkey", "dragon", "football", "liverpool", "arsenal", "sunshine", "princess");

	private PasswordRule() {
	}

	/// What is wrong with a password for an account of this name, in words, if anything.
	public static Optional<String> fault(String password, String account) {
		var plain = password.toLowerCase(Locale.ROOT);
		if (password.isEmpty()) {
			return Optional.of("Enter a password");
		}
		if (password.codePointCount(0, password.length()) < SHORTEST) {
			return Optional.of("Password must be at least %d characters: three or four words are easy to remember".formatted(SHORTEST));
		}
		if (password.length() > LONGEST) {
			return Optional.of("Password must be at most %d characters".formatted(LONGEST));
		}
		if (!account.isBlank() && without(plain, account.toLowerCase(Locale.ROOT)).length() < SHORTEST / 2) {
			return Optional.of("Password must not be the name with a few characters more");
		}
		if (plain.chars().distinct().count() < 5 || !isOwn(plain)) {
			return Optional.of("Password is among the first that anybody would try: take three or four words that only you put together");
		}
		return Optional.empty();
	}

	/// Whether enough is left without the words that are tried first: letters of other words, or many different signs.
	private static boolean isOwn(String plain) {
		var left = plain;
		for (String word : FIRST_TRIED) {
			left = without(left, word);
		}
		return left.chars().filter(Character::isLetter).count() >= SHORTEST / 2 || left.chars().distinct().count() >= MANY_SIGNS;
	}

	private static String without(String plain, String word) {
		return plain.replace(word, "");
	}

}
