package org.packhorse.template;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleCollection;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;

/// A map by its keys; a key that is not there has no value.
record MapModel(Map<String, ? extends @Nullable Object> map, ObjectWrapper wrapper) implements TemplateHashModelEx {

	@Override
	public @Nullable TemplateModel get(String name) throws TemplateModelException {
		return this.wrapper.wrap(this.map.get(name));
	}

	@Override
	public boolean isEmpty() {
		return this.map.isEmpty();
	}

	@Override
	public int size() {
		return this.map.size();
	}

	@Override
	public TemplateCollectionModel keys() {
		return new SimpleCollection(this.map.keySet(), this.wrapper);
	}

	@Override
	public TemplateCollectionModel values() {
		return new SimpleCollection(this.map.values(), this.wrapper);
	}

}
