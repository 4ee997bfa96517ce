package org.packhorse.template;

import org.jspecify.annotations.Nullable;
import org.packhorse.markup.NearestName;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;

/// An enum constant: its name, as in `rating == "RED"`, and the readings of its own, as in `${state.words}`.
record EnumModel(Enum<?> constant, ObjectWrapper wrapper) implements TemplateScalarModel, TemplateHashModel {

	@Override
	public String getAsString() {
		return this.constant.name();
	}

	@Override
	public @Nullable TemplateModel get(String name) throws TemplateModelException {
		var names = Readings.names(this.constant.getDeclaringClass());
		if (!names.contains(name)) {
			throw new ModelFault(this.constant.name() + " has no '" + name + "'", NearestName.among(names).remedy(name));
		}
		return this.wrapper.wrap(Readings.read(this.constant, this.constant.getDeclaringClass(), name));
	}

	@Override
	public boolean isEmpty() {
		return false;
	}

}
