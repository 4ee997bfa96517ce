package org.packhorse.template;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.PackDocument;
import org.packhorse.markup.MarkupIntake;
import org.packhorse.markup.MarkupProblem;
import org.packhorse.markup.MarkupResult;

/// The template of one pack, ready to be filled.
public final class PackTemplate {

	private static final int MOST_KEPT = 16;

	/// The templates last used, by all that they are made of: a run makes many packs of the same files, and reading a template
	/// costs more than filling it.
	private static final Map<FrozenTemplates, PackTemplate> KEPT = Collections.synchronizedMap(new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<FrozenTemplates, PackTemplate> eldest) {
			return size() > MOST_KEPT;
		}
	});

	private final FrozenTemplates templates;

	private final PackSettings settings;

	private final HouseStyle house;

	private final FtlxEngine engine;

	private final @Nullable FormSettings form;

	private PackTemplate(FrozenTemplates templates, PackSettings settings, HouseStyle house, FtlxEngine engine, @Nullable FormSettings form) {
		this.form = form;
		this.templates = templates;
		this.settings = settings;
		this.house = house;
		this.engine = engine;
	}

	/// The template that the frozen files hold; throws [FaultyTemplate].
	public static PackTemplate of(FrozenTemplates templates) {
		var kept = KEPT.get(templates);
		if (kept != null) {
			return kept;
		}
		var read = read(templates);
		KEPT.put(templates, read);
		return read;
	}

	private static PackTemplate read(FrozenTemplates templates) {
		Set<TemplateProblem> problems = new TreeSet<>();
		var template = read(templates, problems);
		if (!problems.isEmpty()) {
			throw new FaultyTemplate(List.copyOf(problems));
		}
		return template;
	}

	/// The same, with every problem that can be found without data added to the problems.
	static PackTemplate read(FrozenTemplates templates, Set<TemplateProblem> problems) {
		var pack = templates.packSettings();
		var settings = PackSettings.of(templates.pack(), pack);
		var houseFile = templates.houseSettings("house.yml");
		var house = new HouseFile(houseFile, templates).style();
		var engine = new FtlxEngine(templates);
		problems.addAll(pack.problems());
		problems.addAll(houseFile.problems());
		problems.addAll(engine.problems());
		if (templates.file(templates.pack() + "/document.ftlx") == null) {
			problems.add(new TemplateProblem(templates.pack() + "/document.ftlx", 0, "The file is missing",
					"Copy it from _starter/document.ftlx"));
		}
		return new PackTemplate(templates, settings, house, engine, form(templates, problems));
	}

	private static @Nullable FormSettings form(FrozenTemplates templates, Set<TemplateProblem> problems) {
		var template = templates.formTemplate();
		if (template.isEmpty()) {
			return null;
		}
		var file = templates.formSettings(template);
		var form = FormSettings.of(template.replaceFirst("ftlx$", "yml"), file);
		problems.addAll(file.problems());
		return form;
	}

	/// What the house's form of the pack asks for, or null when the pack has no form.
	public @Nullable FormSettings form() {
		return this.form;
	}

	/// What the pack's `pack.yml` says.
	public PackSettings settings() {
		return this.settings;
	}

	/// The house style.
	public HouseStyle house() {
		return this.house;
	}

	/// The words of the protective marking, or blank.
	public String marking() {
		return this.house.marking(this.settings);
	}

	/// The pack filled from the model, a record whose components are the template's variables; throws [FaultyTemplate].
	/// Beside them stand `pack` (its settings), `marking` and `form`, the path of the house's form for the pack, or blank.
	public PackDocument document(Record model) {
		return filled("document.ftlx", model, MarkupIntake.COLUMNS_OF_A_PAGE);
	}

	/// Whether the pack has a template of its own for the workbook.
	public boolean hasWorkbook() {
		return this.templates.file(this.templates.pack() + "/workbook.ftlx") != null;
	}

	/// The same for the workbook: from `workbook.ftlx` when the pack has one, else [#document(Record)].
	public PackDocument workbook(Record model) {
		return hasWorkbook() ? filled("workbook.ftlx", model, Integer.MAX_VALUE) : document(model);
	}

	/// Whether there are templates for its e-mail; editions of an older program have none.
	public boolean hasLetter() {
		return this.templates.file(this.templates.letterTemplate()) != null && this.templates.file(FrozenTemplates.NOTICE) != null;
	}

	/// The words of the pack's e-mail, from its own `email.ftlx` or else the shared one; beside the pack's own words stands `letter`,
	/// which says how its reader gets the files.
	public PackDocument letter(Record model, Record letter) {
		return filled(this.templates.letterTemplate(), variables(model, Map.of("letter", letter)), Integer.MAX_VALUE);
	}

	/// The words of an e-mail that says nothing of what is in the pack: its model must hold no facts, for no template is trusted with that.
	public PackDocument notice(Record model, Record letter) {
		return filled(FrozenTemplates.NOTICE, variables(model, Map.of("letter", letter)), Integer.MAX_VALUE);
	}

	private PackDocument filled(String file, Record model, int mostColumns) {
		return filled(this.templates.pack() + "/" + file, variables(model, Map.of()), mostColumns);
	}

	private PackDocument filled(String name, Map<String, @Nullable Object> variables, int mostColumns) {
		var markup = new MarkupIntake(name, this.templates::picture, mostColumns);
		var faults = this.engine.fill(name, variables, markup);
		if (!faults.isEmpty()) {
			throw new FaultyTemplate(faults);
		}
		return switch (markup.result()) {
			case MarkupResult.Good(var document) -> document;
			case MarkupResult.Faulty(var problems) -> throw new FaultyTemplate(problems.stream().map(PackTemplate::problem).toList());
		};
	}

	private Map<String, @Nullable Object> variables(Record model, Map<String, Record> beside) {
		var form = this.form == null ? "" : "/" + this.templates.formTemplate();
		Map<String, @Nullable Object> variables = new HashMap<>(Map.of("pack", this.settings, "marking", marking(), "form", form));
		variables.putAll(beside);
		var components = Readings.components(model);
		var twice = new LinkedHashSet<>(components.keySet());
		twice.retainAll(variables.keySet());
		if (!twice.isEmpty()) {
			throw new IllegalArgumentException("the model has " + twice + ", which the template room puts beside it");
		}
		variables.putAll(components);
		return variables;
	}

	private static TemplateProblem problem(MarkupProblem problem) {
		return new TemplateProblem(problem.file(), problem.line(), problem.fault(), problem.remedy());
	}

}
