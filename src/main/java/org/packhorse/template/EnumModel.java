package org.packhorse.template;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;

/// An enum constant: its name, as in `rating == "RED"`, and the words it has for itself, as in `${state.words}`.
record EnumModel(Enum<?> constant, ObjectWrapper wrapper) implements TemplateScalarModel, TemplateHashModel {

	@Override
	public String getAsString() {
		return this.constant.name();
	}

	@Override
	public @Nullable TemplateModel get(String name) throws TemplateModelException {
		var words = Arrays.stream(this.constant.getDeclaringClass().getDeclaredMethods())
			.filter(method -> method.getName().equals(name) && isWords(method))
			.findFirst()
			.orElseThrow(() -> new ModelFault(this.constant.name() + " has no " + name, "Write it without ." + name));
		return this.wrapper.wrap(NamedModel.call(words, this.constant));
	}

	@Override
	public boolean isEmpty() {
		return false;
	}

	private static boolean isWords(Method method) {
		return method.getParameterCount() == 0 && method.getReturnType() == String.class && Modifier.isPublic(method.getModifiers())
				&& !Modifier.isStatic(method.getModifiers());
	}

}
