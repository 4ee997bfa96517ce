package org.packhorse;

import java.time.Clock;
import java.time.ZoneId;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// The application that every command starts: database, jobs, templates and writers, without a web server.
@SpringBootApplication(proxyBeanMethods = false)
public class PackhorseApplication {

	/// The one clock: councils live by London's, whatever the machine's zone.
	@Bean
	Clock clock() {
		return Clock.system(ZoneId.of("Europe/London"));
	}

}
