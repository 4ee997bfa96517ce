package org.packhorse.watch;

import java.util.List;

import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// Lets GET through to health and metrics, which answer on their own port alone.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(NoMoreThanNeeded.WATCHED)
class WatchSecurity {

	private static final List<String> UNWANTED = List.of("spring.security", "spring.batch.step", "spring.batch.item", "disk");

	@Bean
	@Order(1)
	SecurityFilterChain onlyLooking(HttpSecurity http) throws Exception {
		return http.securityMatcher(EndpointRequest.toAnyEndpoint())
			.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET).permitAll().anyRequest().denyAll())
			.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.build();
	}

	/// Each partition has a name and each request to a page a way through the filters: nobody's curves. A disk's label is its path.
	@Bean
	MeterFilter noMoreThanJobs() {
		return MeterFilter.deny(meter -> UNWANTED.stream().anyMatch(meter.getName()::startsWith));
	}

}
