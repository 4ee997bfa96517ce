package org.packhorse.console;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// Describes what travels as JSON, from the records themselves.
final class Schemas {

	private Schemas() {
	}

	/// The schema of a type.
	static Map<String, Object> of(Type type) {
		return of(type, Map.of());
	}

	/// That of one field of a record, with all that it may say where that is known.
	static Map<String, Object> of(RecordComponent field) {
		return of(field, Map.of());
	}

	private static Map<String, Object> of(RecordComponent field, Map<String, Type> known) {
		var among = field.getAnnotation(Among.class);
		return among == null ? of(field.getGenericType(), known) : Map.of("type", "string", "enum", List.of(among.value()));
	}

	/// `known` says what a record's type variables stand for.
	private static Map<String, Object> of(Type type, Map<String, Type> known) {
		return switch (type) {
			case TypeVariable<?> variable -> of(Objects.requireNonNull(known.get(variable.getName())), known);
			case ParameterizedType of when of.getRawType() instanceof Class<?> raw && raw.isRecord() -> object(raw, variables(raw, of, known));
			case ParameterizedType of when of.getRawType() == Map.class -> Map.of("type", "object", "additionalProperties", of(of.getActualTypeArguments()[1], known));
			case ParameterizedType of -> Map.of("type", "array", "items", of(of.getActualTypeArguments()[0], known));
			case Class<?> plain when plain.isRecord() -> object(plain, known);
			case Class<?> plain when plain == boolean.class || plain == Boolean.class -> Map.of("type", "boolean");
			case Class<?> plain when plain == int.class || plain == long.class || plain == Integer.class || plain == Long.class -> Map.of("type", "integer");
			case Class<?> plain when plain == LocalDate.class -> Map.of("type", "string", "format", "date");
			case Class<?> plain when plain == Instant.class -> Map.of("type", "string", "format", "date-time");
			case Class<?> plain when plain.isEnum() -> Map.of("type", "string", "enum", names(plain));
			case Class<?> plain when plain == String.class -> Map.of("type", "string");
			default -> Map.of();
		};
	}

	/// The words of an enumeration, as JSON has them.
	static List<String> names(Class<?> words) {
		return Arrays.stream(words.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList();
	}

	private static Map<String, Type> variables(Class<?> raw, ParameterizedType of, Map<String, Type> known) {
		var variables = new LinkedHashMap<>(known);
		for (int i = 0; i < raw.getTypeParameters().length; i++) {
			var said = of.getActualTypeArguments()[i];
			variables.put(raw.getTypeParameters()[i].getName(), said instanceof TypeVariable<?> variable ? Objects.requireNonNull(known.get(variable.getName())) : said);
		}
		return variables;
	}

	private static Map<String, Object> object(Class<?> type, Map<String, Type> known) {
		var properties = new LinkedHashMap<String, Object>();
		Arrays.stream(type.getRecordComponents()).forEach(component -> properties.put(component.getName(), of(component, known)));
		return Map.of("type", "object", "properties", properties, "required", Arrays.stream(type.getRecordComponents()).filter(Schemas::isAlwaysThere).map(RecordComponent::getName).toList());
	}

	/// Whether a field must be there.
	static boolean isAlwaysThere(RecordComponent component) {
		return component.getAnnotatedType().getAnnotation(Nullable.class) == null;
	}

}
