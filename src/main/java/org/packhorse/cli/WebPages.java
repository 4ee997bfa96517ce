package org.packhorse.cli;

import java.util.Map;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.MapPropertySource;

/// Turns the web server on for the one command that has one, as soon as the settings are read.
final class WebPages implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		boolean wanted = event.getEnvironment().getProperty("packhorse.serve.web", Boolean.class, true);
		event.getEnvironment().getPropertySources().addFirst(new MapPropertySource("pages", Map.of("spring.main.web-application-type", wanted ? "servlet" : "none")));
	}

}
