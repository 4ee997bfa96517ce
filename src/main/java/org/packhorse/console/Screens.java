package org.packhorse.console;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/// Fills the pages' templates, each a file NAME.ftlh beside this class. A page is sent when all of it is there, so that none is half a page.
@Component
@ConditionalOnWebApplication
class Screens implements ViewResolver, Ordered {

	private static final String REDIRECT = "redirect:";

	private final Configuration templates;

	private final Assets assets;

	Screens(Assets assets) {
		this.assets = assets;
		this.templates = new Configuration(Configuration.VERSION_2_3_34);
		this.templates.setTemplateLoader(new ClassTemplateLoader(Screens.class, ""));
		this.templates.setObjectWrapper(new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
		this.templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.templates.setLocale(Locale.UK);
		this.templates.setNumberFormat("computer");
		this.templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
		this.templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
		this.templates.setLogTemplateExceptions(false);
		this.templates.setLocalizedLookup(false);
		this.templates.addAutoImport("ui", "layout.ftlh");
	}

	/// Before Spring's own, which would look for JSPs.
	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public View resolveViewName(String name, Locale locale) {
		if (name.startsWith(REDIRECT)) {
			var view = new RedirectView(name.substring(REDIRECT.length()), false, false);
			view.setExposeModelAttributes(false);
			return view;
		}
		return (model, request, response) -> show(name, model == null ? Map.of() : model, request, response);
	}

	private void show(String name, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
		var bytes = filled(name, model, request);
		response.setContentType("text/html;charset=" + StandardCharsets.UTF_8.name());
		Nothing.send(request, response, bytes);
	}

	private byte[] filled(String name, Map<String, ?> model, HttpServletRequest request) throws IOException {
		var all = new HashMap<String, @Nullable Object>(model);
		all.put("frame", Frame.of(request, this.assets));
		var page = new StringWriter();
		try {
			this.templates.getTemplate(name + ".ftlh").process(all, page);
		}
		catch (TemplateException ex) {
			throw new IllegalStateException("the page " + name + " cannot be filled", ex);
		}
		return page.toString().getBytes(StandardCharsets.UTF_8);
	}

}
