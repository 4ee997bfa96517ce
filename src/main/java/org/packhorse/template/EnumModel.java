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
		var readings = Readings.of(this.constant.getDeclaringClass());
		var reading = readings.find(name);
		if (reading == null) {
			throw new ModelFault(this.constant.name() + " has no '" + name + "'", NearestName.among(readings.names()).remedy(name));
		}
		return this.wrapper.wrap(Readings.read(this.constant, reading));
	}

	@Override
	public boolean isEmpty() {
		return false;
	}

}
