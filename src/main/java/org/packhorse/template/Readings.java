package org.packhorse.template;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What can be read of a record or an enum: the components, and what the type itself works out from them without being
/// given anything, such as a rating's reason. Nothing that Java gives to every object is among them.
final class Readings {

	private static final Set<String> OF_EVERY_OBJECT = Set.of("toString", "hashCode", "values", "clone");

	private static final ClassValue<Map<String, Method>> OF = new ClassValue<>() {
		@Override
		protected Map<String, Method> computeValue(Class<?> type) {
			Map<String, Method> readings = new LinkedHashMap<>();
			if (type.isRecord()) {
				Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).forEach(each -> readings.put(each.getName(), each));
			}
			Arrays.stream(type.getDeclaredMethods())
				.filter(Readings::isReading)
				.sorted(Comparator.comparing(Method::getName))
				.forEach(each -> readings.putIfAbsent(each.getName(), each));
			readings.values().forEach(each -> each.setAccessible(true));
			return readings;
		}
	};

	private Readings() {
	}

	static Set<String> names(Class<?> type) {
		return OF.get(type).keySet();
	}

	/// The components of a record by their names, in their order.
	static Map<String, @Nullable Object> components(Record of) {
		Map<String, @Nullable Object> components = new LinkedHashMap<>();
		for (RecordComponent component : of.getClass().getRecordComponents()) {
			components.put(component.getName(), read(of, of.getClass(), component.getName()));
		}
		return components;
	}

	static @Nullable Object read(Object of, Class<?> type, String name) {
		try {
			return OF.get(type).get(name).invoke(of);
		}
		catch (IllegalAccessException | InvocationTargetException fault) {
			throw new IllegalStateException(name + " of " + type.getName() + " cannot be read", fault);
		}
	}

	private static boolean isReading(Method method) {
		return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()
				&& method.getParameterCount() == 0 && method.getReturnType() != void.class
				&& !OF_EVERY_OBJECT.contains(method.getName());
	}

}
