package org.packhorse.template;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.packhorse.markup.MarkupIntake;

import freemarker.cache.StrongCacheStorage;
import freemarker.cache.TemplateNameFormat;
import freemarker.core.ParseException;
import freemarker.core.StopException;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;

/// FreeMarker, kept to what a pack needs: it reads the frozen templates only, sees records only, knows no clock, and
/// stops when a template takes too long or writes too much.
final class FtlxEngine {

	private static final Duration LONGEST = Duration.ofSeconds(60);

	private final FrozenTemplates templates;

	private final Duration longest;

	private final Configuration freemarker;

	private final List<TemplateProblem> problems = new ArrayList<>();

	FtlxEngine(FrozenTemplates templates) {
		this(templates, LONGEST);
	}

	/// With another limit of time for one filling.
	FtlxEngine(FrozenTemplates templates, Duration longest) {
		this.templates = templates;
		this.longest = longest;
		this.freemarker = configuration(new FrozenLoader(templates));
		templates.files().keySet().stream().filter(name -> name.endsWith(".ftlx")).forEach(this::parse);
	}

	/// What was found while the templates were parsed.
	List<TemplateProblem> problems() {
		return List.copyOf(this.problems);
	}

	/// Writes the template's markup with the variables filled in. Faults come back, at best none, and with them those of the
	/// markup that have nothing to do with the variables.
	List<TemplateProblem> fill(String name, Map<String, ? extends @Nullable Object> variables, MarkupIntake into) {
		var known = new TreeSet<>(variables.keySet());
		known.addAll(Functions.all().keySet());
		var faults = new FreemarkerFaults(name, known);
		boolean ended = limited(name, faults, () -> process(name, variables, faults, into));
		if (ended && !faults.problems().isEmpty()) {
			into.sureProblems().forEach(problem -> faults.add(new TemplateProblem(problem.file(), problem.line(), problem.fault(), problem.remedy())));
		}
		return faults.problems();
	}

	private static Configuration configuration(FrozenLoader loader) {
		var freemarker = new Configuration(Configuration.VERSION_2_3_35);
		freemarker.setTemplateLoader(loader);
		freemarker.setTemplateNameFormat(TemplateNameFormat.DEFAULT_2_4_0);
		freemarker.setCacheStorage(new StrongCacheStorage());
		freemarker.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
		freemarker.setLocalizedLookup(false);
		freemarker.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
		freemarker.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
		freemarker.setRecognizeStandardFileExtensions(false);
		freemarker.setOutputFormat(PackXml.FORMAT);
		freemarker.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
		freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
		freemarker.setAPIBuiltinEnabled(false);
		freemarker.setObjectWrapper(new ModelWrapper());
		freemarker.setLocale(Locale.UK);
		freemarker.setTimeZone(TimeZone.getTimeZone("UTC"));
		freemarker.setNumberFormat("computer");
		freemarker.setBooleanFormat("yes,no");
		freemarker.setDateFormat("yyyy-MM-dd");
		freemarker.setDefaultEncoding("UTF-8");
		freemarker.setLogTemplateExceptions(false);
		freemarker.setWrapUncheckedExceptions(true);
		return freemarker;
	}

	private void parse(String name) {
		this.problems.addAll(new FrozenLoader(this.templates).source(name).problems());
		var faults = new FreemarkerFaults(name, List.of());
		try {
			_CoreAPI.addThreadInterruptedChecks(this.freemarker.getTemplate(name));
		}
		catch (ParseException fault) {
			faults.add(fault);
		}
		catch (IOException fault) {
			faults.add(0, "The template cannot be read", "Save it as UTF-8 text");
		}
		this.problems.addAll(faults.problems());
	}

	private void process(String name, Map<String, ? extends @Nullable Object> variables, FreemarkerFaults faults, MarkupIntake out) {
		try {
			Template template = this.freemarker.getTemplate(name);
			Map<String, @Nullable Object> root = new HashMap<>(Functions.all());
			root.putAll(variables);
			var environment = template.createProcessingEnvironment(new MapModel(root, this.freemarker.getObjectWrapper()), out);
			// Every fault is collected and the template goes on, so that an author sees all of them at once.
			environment.setTemplateExceptionHandler((fault, _, _) -> stopOrAdd(fault, faults));
			environment.process();
		}
		catch (TemplateException fault) {
			faults.add(fault);
		}
		catch (MarkupIntake.TooLong fault) {
			faults.add(0, "The template writes more than " + MarkupIntake.MOST_CHARACTERS + " characters",
					"Look for a loop that does not end, or split the pack");
		}
		catch (ParseException fault) {
			faults.add(fault);
		}
		catch (IOException fault) {
			faults.add(0, "The template cannot be read: " + fault.getMessage(), "Name templates of this pack or of _shared only");
		}
	}

	private static void stopOrAdd(TemplateException fault, FreemarkerFaults faults) throws TemplateException {
		if (fault instanceof StopException) {
			throw fault;
		}
		faults.add(fault);
	}

	/// Runs in a thread of its own, which can be interrupted when it takes too long; FreeMarker asks for that in every turn
	/// of a loop. A template that calls itself without end uses up that thread's stack only.
	/// Answers whether the thread has ended by itself.
	private boolean limited(String name, FreemarkerFaults faults, Runnable filling) {
		var failure = new AtomicReference<@Nullable Throwable>();
		var thread = Thread.ofPlatform().daemon().name("fills " + name).uncaughtExceptionHandler((_, thrown) -> failure.set(thrown)).start(filling);
		try {
			boolean ended = thread.join(this.longest);
			thread.interrupt();
			if (!ended) {
				faults.add(0, "The template takes longer than " + this.longest.toSeconds() + " seconds", "Look for a loop that does not end");
				return false;
			}
		}
		catch (InterruptedException stopped) {
			thread.interrupt();
			Thread.currentThread().interrupt();
			faults.add(0, "The filling was stopped from outside", "Make the pack again");
			return false;
		}
		say(failure.get(), faults);
		return true;
	}

	private static void say(@Nullable Throwable failure, FreemarkerFaults faults) {
		switch (failure) {
			case null -> {
				// It went well, or has said what did not.
			}
			case StackOverflowError _ -> faults.add(0, "A macro or function calls itself without end", "Look for a macro that uses itself");
			case OutOfMemoryError _ -> faults.add(0, "The template needs more memory than there is", "Look for a loop that joins words without end");
			case RuntimeException fault -> throw fault;
			default -> throw new IllegalStateException(failure);
		}
	}

}
