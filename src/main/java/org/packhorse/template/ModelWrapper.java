package org.packhorse.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;

/// All that templates can see of Java: words, numbers, yes and no, days, enums, lists, maps and the components of records.
/// There is no way from any of these to a class, a method or a file.
final class ModelWrapper implements ObjectWrapper {

	@Override
	public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
		return switch (value) {
			case null -> null;
			case String words -> new SimpleScalar(words);
			case Record record when !(record instanceof TemplateModel) -> new RecordModel(record, Readings.of(record.getClass()), this);
			case TemplateModel model -> model;
			case CharSequence words -> new SimpleScalar(words.toString());
			case Boolean yes -> yes ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
			case Number number -> new SimpleNumber(number);
			case LocalDate day -> new DayModel(day);
			case Enum<?> constant -> new EnumModel(constant, this);
			case Optional<?> maybe -> wrap(maybe.orElse(null));
			case Set<?> set when !(set instanceof SequencedCollection<?>) -> wrap(set.stream().sorted(Comparator.comparing(String::valueOf)).toList());
			case List<?> list -> new ListModel(list, this);
			case Collection<?> several -> new ListModel(new ArrayList<>(several), this);
			case Map<?, ?> map -> new MapModel(named(map), this);
			default -> throw new ModelFault("A " + value.getClass().getSimpleName() + " stands in the model, which templates cannot print",
					"Ask the programmers to give words, a number or a day in its place");
		};
	}

	/// Keys as words; in their order when the map has one, else sorted, so that the same model gives the same pack.
	private static Map<String, Object> named(Map<?, ?> map) {
		Map<String, Object> named = map instanceof SequencedMap ? new LinkedHashMap<>() : new TreeMap<>();
		map.forEach((key, value) -> named.put(key instanceof Enum<?> constant ? constant.name() : String.valueOf(key), value));
		return named;
	}

}
