package org.packhorse.pack;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The search looks closely only where a date or a withheld figure can begin, and finds all that it would find by looking everywhere.
class QuickSearchTests {

	private static final List<String> PIECES = List.of("1", "2", "3", "7", "9", "0", "00", "12", "19", "20", "391", "999", "9999999", "2026", "1234567", ",", ".", "-", "/", "–", " ", " ",
			"Jan", "Mar", "March", "May", "Sept.", "Oct", "T", "Z", ":", "a", "M", "$", "#", "_", "%", "\n", "é", "²", "\uD835\uDFD8");

	private static final List<String> FORMS = List.of("3", "0.173", "12", "7391", "1234567.5", "20", "2", "2026", "912391999", "0", "1999", "99999999999999999999");

	private final Random random = new Random(20_260_331);

	@Test
	void everyDateIsBlanked() {
		for (int i = 0; i < 20_000; i++) {
			var text = text();
			assertThat(Dates.blanked(text)).as(text).isEqualTo(Dates.DATE.matcher(text).replaceAll(date -> " ".repeat(date.group().length())));
		}
	}

	@Test
	void noWithheldFigureIsPassedBy() {
		var forms = Set.copyOf(FORMS);
		var openings = new Openings(forms);
		int figures = 0;
		for (int i = 0; i < 20_000; i++) {
			var text = text();
			var numbers = LeakSearch.NUMBER.matcher(text);
			while (numbers.find()) {
				if (forms.contains(LeakSearch.form(numbers.group()))) {
					figures++;
					assertThat(openings.mayBegin(text, numbers.start(), endOfDigits(text, numbers.start()))).as(numbers.group() + " in " + text).isTrue();
					assertThat(numbers.start() == 0 || !Character.isDigit(text.charAt(numbers.start() - 1))).as(text).isTrue();
				}
			}
		}
		assertThat(figures).isGreaterThan(1_000);
	}

	@Test
	void mostOtherNumbersNeedNoCloserLook() {
		var openings = new Openings(List.of("3", "7391"));
		assertThat(List.of("5", "17", "38.5", "8000", "45,000").stream().filter(number -> openings.mayBegin(number, 0, endOfDigits(number, 0)))).isEmpty();
		assertThat(List.of("3", "7391", "7,391", "007391", "7390.9999999", "0,003").stream().filter(number -> openings.mayBegin(number, 0, endOfDigits(number, 0)))).hasSize(6);
	}

	private static int endOfDigits(String text, int from) {
		int end = from;
		while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
			end++;
		}
		return end;
	}

	private String text() {
		return this.random.ints(1 + this.random.nextInt(9), 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());
	}

}
