package org.packhorse.template;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What can be read of a record or an enum: the components, and what the type itself works out from them without being
/// given anything, such as a rating's reason. Nothing that Java gives to every object is among them.
final class Readings {

	private static final Set<String> OF_EVERY_OBJECT = Set.of("toString", "hashCode", "values", "clone");

	private static final ClassValue<Readings> OF = new ClassValue<>() {
		@Override
		protected Readings computeValue(Class<?> type) {
			return new Readings(type);
		}
	};

	private final List<String> components;

	private final Map<String, Method> readings = new LinkedHashMap<>();

	private Readings(Class<?> type) {
		var components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
		this.components = Arrays.stream(components).map(RecordComponent::getName).toList();
		Arrays.stream(components).map(RecordComponent::getAccessor).forEach(each -> this.readings.put(each.getName(), each));
		Arrays.stream(type.getDeclaredMethods())
			.filter(Readings::isReading)
			.sorted(Comparator.comparing(Method::getName))
			.forEach(each -> this.readings.putIfAbsent(each.getName(), each));
		this.readings.values().forEach(each -> each.setAccessible(true));
	}

	static Readings of(Class<?> type) {
		return OF.get(type);
	}

	Set<String> names() {
		return this.readings.keySet();
	}

	/// What the type says under a name, or null.
	@Nullable Method find(String name) {
		return this.readings.get(name);
	}

	/// The components of a record by their names, in their order.
	static Map<String, @Nullable Object> components(Record of) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		var readings = of(of.getClass());
		readings.components.forEach(name -> values.put(name, read(of, readings.readings.get(name))));
		return values;
	}

	static @Nullable Object read(Object of, Method reading) {
		try {
			return reading.invoke(of);
		}
		catch (IllegalAccessException | InvocationTargetException fault) {
			throw new IllegalStateException(reading + " cannot be read", fault);
		}
	}

	private static boolean isReading(Method method) {
		return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()
				&& method.getParameterCount() == 0 && method.getReturnType() != void.class
				&& !OF_EVERY_OBJECT.contains(method.getName());
	}

}
