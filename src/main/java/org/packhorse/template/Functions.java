package org.packhorse.template;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.packhorse.document.Value;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;

/// The functions that authors have for words in attributes and sentences; they print as cells do.
final class Functions {

	private Functions() {
	}

	/// Every function by its name.
	static Map<String, TemplateMethodModelEx> all() {
		Map<String, TemplateMethodModelEx> all = new TreeMap<>();
		all.put("day", given -> new Value.Day(day("day", given)).print());
		all.put("weekday", given -> DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.UK).format(day("weekday", given)));
		all.put("month", given -> DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK).format(day("month", given)));
		all.put("number", given -> new Value.Number(number("number", given), decimals("number", given)).print());
		all.put("percent", given -> new Value.Percent(number("percent", given), decimals("percent", given)).print());
		all.put("money", given -> new Value.Money(number("money", given), decimals("money", given)).print());
		all.put("count", Functions::count);
		all.put("listed", Functions::listed);
		return all;
	}

	private static java.time.LocalDate day(String name, List<?> given) throws TemplateModelException {
		if (given.size() == 1 && given.getFirst() instanceof DayModel(var day)) {
			return day;
		}
		throw new ModelFault(name + "(…) needs one day", "Write ${" + name + "(asAt)}, and test a day that may be missing with <#if x??>");
	}

	private static BigDecimal number(String name, List<?> given) throws TemplateModelException {
		if (!given.isEmpty() && given.size() <= 2 && given.getFirst() instanceof TemplateNumberModel number) {
			return new BigDecimal(number.getAsNumber().toString());
		}
		throw new ModelFault(name + "(…) needs a number and how many decimals", "Write ${" + name
				+ "(x, 1)}, and test a number that may be missing with <#if x??>");
	}

	private static int decimals(String name, List<?> given) throws TemplateModelException {
		if (given.size() < 2) {
			return 0;
		}
		if (given.get(1) instanceof TemplateNumberModel number && number.getAsNumber().intValue() >= 0 && number.getAsNumber().intValue() <= 6) {
			return number.getAsNumber().intValue();
		}
		throw new ModelFault(name + "(…) prints 0 to 6 decimals", "Write ${" + name + "(x, 1)}");
	}

	/// `count(1, "action", "actions")` is "1 action".
	private static String count(List<?> given) throws TemplateModelException {
		if (given.size() == 3 && given.getFirst() instanceof TemplateNumberModel && given.get(1) instanceof TemplateScalarModel one
				&& given.get(2) instanceof TemplateScalarModel many) {
			var number = number("count", given.subList(0, 1));
			var word = number.compareTo(BigDecimal.ONE) == 0 ? one : many;
			return new Value.Number(number, 0).print() + " " + word.getAsString();
		}
		throw new ModelFault("count(…) needs a number and two words", "Write ${count(n, \"action\", \"actions\")}");
	}

	/// `listed(["a", "b", "c"])` is "a, b and c".
	private static String listed(List<?> given) throws TemplateModelException {
		if (given.size() != 1 || !(given.getFirst() instanceof freemarker.template.TemplateSequenceModel list)) {
			throw new ModelFault("listed(…) needs one list of words", "Write ${listed(names)}");
		}
		var words = new StringBuilder();
		for (int i = 0; i < list.size(); i++) {
			if (!(list.get(i) instanceof TemplateScalarModel word)) {
				throw new ModelFault("listed(…) needs a list of words, and number " + (i + 1) + " is no word", "Write ${listed(names)}");
			}
			words.append(i == 0 ? "" : i == list.size() - 1 ? " and " : ", ").append(word.getAsString());
		}
		return words.toString();
	}

}
