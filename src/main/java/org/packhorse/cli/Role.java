package org.packhorse.cli;

import java.util.HashMap;
import java.util.Map;

import org.packhorse.pack.PackProblem;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/// What a process is for, which decides what it opens beside its work as soon as the settings are read: download pages, health and
/// metrics on a port of their own, and a log that machines read.
enum Role {

	/// Does one thing and ends.
	COMMAND("off", "plain"),

	/// Fires schedules, and has pages.
	SERVE("8081", "json"),

	/// Makes packs for others.
	WORKER("off", "json");

	private static final String OFF = "off";

	private final String watchPort;

	private final String log;

	Role(String watchPort, String log) {
		this.watchPort = watchPort;
		this.log = log;
	}

	ApplicationListener<ApplicationEnvironmentPreparedEvent> listener() {
		return new Settled(this);
	}

	private Map<String, Object> opened(Environment settings) {
		boolean pages = this == SERVE && settings.getProperty("packhorse.serve.web", Boolean.class, true);
		var port = settings.getProperty("packhorse.watch.port", this.watchPort).strip();
		boolean watched = this != COMMAND && !port.equalsIgnoreCase(OFF);
		var opened = new HashMap<String, Object>(Map.of("spring.main.web-application-type", pages || watched ? "servlet" : "none", "packhorse.watched", watched));
		if (watched) {
			opened.put("management.server.port", port(port));
		}
		if (pages && settings.getProperty("packhorse.serve.behind-tls", Boolean.class, false)) {
			opened.put("server.forward-headers-strategy", "native");
		}
		if (watched && !pages) {
			opened.put("server.port", -1);
		}
		return opened;
	}

	private static int port(String port) {
		if (port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 0xFFFF) {
			return Integer.parseInt(port);
		}
		throw new PackProblem(PackProblem.Kind.INPUT, "packhorse.watch.port: '%s' is no port; write a number up to 65535, or off".formatted(port));
	}

	/// The log as lines of JSON, unless another form or configuration of it is set.
	private Map<String, Object> logged(Environment settings) {
		var log = settings.getProperty("packhorse.log", this.log).strip();
		return switch (log) {
			case "plain" -> Map.of();
			case "json" -> settings.containsProperty("logging.config") ? Map.of()
					: Map.of("logging.config", "classpath:logback-json.xml", "logging.structured.format.file", settings.getProperty("logging.structured.format.file", "logstash"));
			default -> throw new PackProblem(PackProblem.Kind.INPUT, "packhorse.log: '%s' is not known; write json or plain".formatted(log));
		};
	}

	/// After the settings are read and before the log begins.
	private record Settled(Role role) implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

		@Override
		public int getOrder() {
			return HIGHEST_PRECEDENCE + 15;
		}

		@Override
		public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
			var settings = event.getEnvironment();
			var settled = new HashMap<>(this.role.opened(settings));
			settled.putAll(this.role.logged(settings));
			settings.getPropertySources().addFirst(new MapPropertySource("role", settled));
		}

	}

}
