package org.packhorse.template;

import freemarker.template.TemplateModelException;

/// A fault that the model or the functions find while a template runs, with its own remedy.
final class ModelFault extends TemplateModelException {

	private static final long serialVersionUID = 1;

	private final String fault;

	private final String remedy;

	ModelFault(String fault, String remedy) {
		super(fault);
		this.fault = fault;
		this.remedy = remedy;
	}

	String fault() {
		return this.fault;
	}

	String remedy() {
		return this.remedy;
	}

}
