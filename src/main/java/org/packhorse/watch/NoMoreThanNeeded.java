package org.packhorse.watch;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/// Leaves out of each start what its command does not use of Boot: everything of the web where nothing is served, and of monitoring all
/// but health and Prometheus, and those too where nobody watches.
final class NoMoreThanNeeded implements AutoConfigurationImportFilter, EnvironmentAware {

	/// Set for commands that are watched.
	static final String WATCHED = "packhorse.watched";

	private static final String BOOT = "org.springframework.boot.";

	private static final List<String> WEB = Stream.of("http.converter", "security", "servlet", "tomcat", "webmvc").map(each -> BOOT + each + ".").toList();

	private static final List<String> MONITORING = List.of(".actuate.", ".health.", ".metrics.", ".micrometer.", ".observation.", "Observation");

	private static final Set<String> WATCHING = Set.of("EndpointAutoConfiguration", "JacksonEndpointAutoConfiguration", "WebEndpointAutoConfiguration",
			"ManagementContextAutoConfiguration", "TomcatServletManagementContextAutoConfiguration", "ServletManagementContextAutoConfiguration",
			"HealthContributorAutoConfiguration", "HealthContributorRegistryAutoConfiguration", "HealthEndpointAutoConfiguration",
			"WebMvcHealthEndpointExtensionAutoConfiguration", "MetricsAutoConfiguration", "CompositeMeterRegistryAutoConfiguration",
			"PrometheusMetricsExportAutoConfiguration", "JvmMetricsAutoConfiguration", "SystemMetricsAutoConfiguration", "LogbackMetricsAutoConfiguration",
			"DataSourcePoolMetricsAutoConfiguration", "ObservationAutoConfiguration", "BatchObservationAutoConfiguration");

	private boolean served;

	private boolean watched;

	@Override
	public void setEnvironment(Environment environment) {
		this.served = "servlet".equalsIgnoreCase(environment.getProperty("spring.main.web-application-type"));
		this.watched = environment.getProperty(WATCHED, Boolean.class, false);
	}

	@Override
	public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
		var wanted = new boolean[names.length];
		for (int i = 0; i < names.length; i++) {
			wanted[i] = isWanted(names[i]);
		}
		return wanted;
	}

	/// Asked for what auto-configurations are made of too; that follows them.
	private boolean isWanted(@Nullable String name) {
		if (name == null || !name.startsWith(BOOT) || !name.endsWith("AutoConfiguration")) {
			return true;
		}
		if (MONITORING.stream().anyMatch(name::contains)) {
			return this.watched && WATCHING.contains(name.substring(name.lastIndexOf('.') + 1));
		}
		return this.served || WEB.stream().noneMatch(name::startsWith);
	}

}
