package org.packhorse.template;

import java.util.List;

import org.jspecify.annotations.Nullable;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;

/// A list as it is; what templates read of it is wrapped as they read it.
record ListModel(List<?> list, ObjectWrapper wrapper) implements TemplateSequenceModel {

	@Override
	public @Nullable TemplateModel get(int index) throws TemplateModelException {
		return index >= 0 && index < this.list.size() ? this.wrapper.wrap(this.list.get(index)) : null;
	}

	@Override
	public int size() {
		return this.list.size();
	}

}
