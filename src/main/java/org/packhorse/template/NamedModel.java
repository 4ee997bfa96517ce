package org.packhorse.template;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.packhorse.markup.NearestName;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleCollection;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;

/// A map by its keys, or a record by its components. A record knows its names: a name it does not have is a fault even
/// where the template says what to print instead of nothing.
final class NamedModel implements TemplateHashModelEx {

	private static final ClassValue<Map<String, Method>> COMPONENTS = new ClassValue<>() {
		@Override
		protected Map<String, Method> computeValue(Class<?> type) {
			Map<String, Method> accessors = new LinkedHashMap<>();
			for (RecordComponent component : type.getRecordComponents()) {
				var accessor = component.getAccessor();
				AccessibleObject.setAccessible(new AccessibleObject[] { accessor }, true);
				accessors.put(component.getName(), accessor);
			}
			return accessors;
		}
	};

	private final Map<String, ? extends @Nullable Object> values;

	private final boolean closed;

	private final ObjectWrapper wrapper;

	private NamedModel(Map<String, ? extends @Nullable Object> values, boolean closed, ObjectWrapper wrapper) {
		this.values = values;
		this.closed = closed;
		this.wrapper = wrapper;
	}

	static NamedModel of(Map<String, ? extends @Nullable Object> map, ObjectWrapper wrapper) {
		return new NamedModel(map, false, wrapper);
	}

	static NamedModel of(Record record, ObjectWrapper wrapper) {
		return new NamedModel(components(record), true, wrapper);
	}

	/// The components of a record by their names.
	static Map<String, @Nullable Object> components(Record record) {
		Map<String, @Nullable Object> components = new LinkedHashMap<>();
		COMPONENTS.get(record.getClass()).forEach((name, accessor) -> components.put(name, call(accessor, record)));
		return components;
	}

	static @Nullable Object call(Method method, Object of) {
		try {
			method.setAccessible(true);
			return method.invoke(of);
		}
		catch (IllegalAccessException | InvocationTargetException fault) {
			throw new IllegalStateException(method + " cannot be read", fault);
		}
	}

	@Override
	public @Nullable TemplateModel get(String name) throws TemplateModelException {
		if (this.closed && !this.values.containsKey(name)) {
			throw new ModelFault("There is no '" + name + "' here", NearestName.among(names()).remedy(name));
		}
		return this.wrapper.wrap(this.values.get(name));
	}

	Set<String> names() {
		return this.values.keySet();
	}

	@Override
	public boolean isEmpty() {
		return this.values.isEmpty();
	}

	@Override
	public int size() {
		return this.values.size();
	}

	@Override
	public TemplateCollectionModel keys() {
		return new SimpleCollection(this.values.keySet(), this.wrapper);
	}

	@Override
	public TemplateCollectionModel values() {
		return new SimpleCollection(this.values.values(), this.wrapper);
	}

}
