package org.packhorse.template;

import org.jspecify.annotations.Nullable;
import org.packhorse.markup.NearestName;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleCollection;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;

/// A record by its readings. A record knows its names: one that it does not have is a fault, even where the template says
/// what to print instead of nothing.
record RecordModel(Record of, Readings readings, ObjectWrapper wrapper) implements TemplateHashModelEx {

	@Override
	public @Nullable TemplateModel get(String name) throws TemplateModelException {
		var reading = this.readings.find(name);
		if (reading == null) {
			throw new ModelFault("There is no '" + name + "' here", NearestName.among(this.readings.names()).remedy(name));
		}
		return this.wrapper.wrap(Readings.read(this.of, reading));
	}

	@Override
	public boolean isEmpty() {
		return false;
	}

	@Override
	public int size() {
		return this.of.getClass().getRecordComponents().length;
	}

	@Override
	public TemplateCollectionModel keys() {
		return new SimpleCollection(Readings.components(this.of).keySet(), this.wrapper);
	}

	@Override
	public TemplateCollectionModel values() {
		return new SimpleCollection(Readings.components(this.of).values(), this.wrapper);
	}

}
