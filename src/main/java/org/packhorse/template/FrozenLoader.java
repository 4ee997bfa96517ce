package org.packhorse.template;

import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import freemarker.cache.TemplateLoader;

/// Gives FreeMarker the frozen templates and nothing else: no file is opened while a pack is filled.
final class FrozenLoader implements TemplateLoader {

	private final FrozenTemplates templates;

	FrozenLoader(FrozenTemplates templates) {
		this.templates = templates;
	}

	@Override
	public @Nullable Object findTemplateSource(String name) {
		return name.endsWith(".ftlx") && this.templates.file(name) != null ? name : null;
	}

	@Override
	public long getLastModified(Object name) {
		return 0;
	}

	@Override
	public Reader getReader(Object name, String encoding) {
		return new StringReader(source((String) name).text());
	}

	@Override
	public void closeTemplateSource(Object name) {
		// Nothing is open.
	}

	FtlxSource source(String name) {
		var contents = this.templates.file(name);
		return new FtlxSource(name, contents == null ? "" : new String(contents.array(), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""));
	}

}
