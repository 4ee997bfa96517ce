package org.packhorse.template;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packhorse.template.SettingsFile.Setting;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads YAML as nodes, so that lines are known and values stay as they are written: the colour `1E3456` is no number.
/// Nothing is ever constructed; tags, anchors and aliases are refused.
final class YamlSettings {

	private final String file;

	private final Map<String, Setting> settings = new LinkedHashMap<>();

	private final List<TemplateProblem> problems = new ArrayList<>();

	YamlSettings(String file) {
		this.file = file;
	}

	Map<String, Setting> settings() {
		return this.settings;
	}

	List<TemplateProblem> problems() {
		return this.problems;
	}

	void read(Reader contents) {
		try {
			var root = new Yaml(new SafeConstructor(options())).compose(contents);
			if (root instanceof MappingNode map) {
				map("", map);
			}
			else if (root != null) {
				fault(root, "The file holds no settings", "Write lines such as title: …");
			}
		}
		catch (MarkedYAMLException fault) {
			int line = fault.getProblemMark() == null ? 0 : fault.getProblemMark().getLine() + 1;
			this.problems.add(new TemplateProblem(this.file, line, "This is not well-formed YAML: " + fault.getProblem(),
					"Write key: value, indent with spaces, and put quotes round values with a colon, # or braces"));
		}
		catch (YAMLException fault) {
			this.problems.add(new TemplateProblem(this.file, 0, "This cannot be read as YAML: " + firstLine(fault),
					"Save the file as UTF-8 text with lines of key: value"));
		}
	}

	private static LoaderOptions options() {
		var options = new LoaderOptions();
		options.setMaxAliasesForCollections(1);
		options.setNestingDepthLimit(10);
		options.setCodePointLimit(200_000);
		return options;
	}

	private static String firstLine(YAMLException fault) {
		return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
	}

	private void map(String prefix, MappingNode map) {
		if (refused(map)) {
			return;
		}
		for (NodeTuple entry : map.getValue()) {
			if (entry.getKeyNode() instanceof ScalarNode key && !refused(key)) {
				value(prefix + key.getValue(), key, entry.getValueNode());
			}
			else {
				fault(entry.getKeyNode(), "A key must be a plain word", "Write key: value");
			}
		}
	}

	private void value(String key, Node at, Node value) {
		switch (value) {
			case MappingNode map -> map(key + ".", map);
			case SequenceNode list -> list(key, at, list);
			case ScalarNode one when !refused(one) -> put(key, at, List.of(words(one)));
			default -> {
				// It has been refused, with its reason.
			}
		}
	}

	private void list(String key, Node at, SequenceNode list) {
		if (refused(list)) {
			return;
		}
		var values = new ArrayList<String>();
		for (Node item : list.getValue()) {
			if (item instanceof ScalarNode one && !refused(one)) {
				values.add(words(one));
			}
			else {
				fault(item, key + " has an item that is not a plain value", "Write the list as " + key + ": [one, two]");
			}
		}
		put(key, at, values);
	}

	private void put(String key, Node at, List<String> values) {
		var setting = new Setting(key, values, this.file, line(at));
		var first = this.settings.putIfAbsent(key, setting);
		if (first != null) {
			fault(at, key + " is set twice; the first is in line " + first.line(), "Leave one of them");
		}
	}

	private static String words(ScalarNode node) {
		return node.getTag().equals(Tag.NULL) ? "" : node.getValue().strip();
	}

	private boolean refused(Node node) {
		boolean tagged = !node.getTag().startsWith(Tag.PREFIX) || node.getTag().getValue().matches(".*[.:]java.*|.*\\$.*");
		if (node.getAnchor() != null || tagged) {
			fault(node, "Anchors (&), aliases (*) and tags (!) may not stand in settings", "Write the value itself; put it in quotes");
			return true;
		}
		return false;
	}

	private void fault(Node at, String fault, String remedy) {
		this.problems.add(new TemplateProblem(this.file, line(at), fault, remedy));
	}

	private static int line(Node node) {
		return node.getStartMark().getLine() + 1;
	}

}
