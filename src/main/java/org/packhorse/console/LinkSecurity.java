package org.packhorse.console;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/// Lets GET and HEAD through to what a personal link opens, and nothing else: no session, nobody signs in there.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class LinkSecurity {

	/// The last chain: whatever is neither a page of the console nor a script's comes here.
	@Bean
	@Order(5)
	SecurityFilterChain onlyDownloads(HttpSecurity http) throws Exception {
		return http
			.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/d/{token}", "/d/{token}/{name}")
				.permitAll()
				.requestMatchers(HttpMethod.HEAD, "/d/{token}", "/d/{token}/{name}")
				.permitAll()
				.anyRequest()
				.denyAll())
			.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// Nothing is changed by any request, nobody signs in.
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.headers(AbstractHttpConfigurer::disable)
			.exceptionHandling(refusing -> refusing.authenticationEntryPoint((request, response, _) -> Nothing.answer(request, response))
				.accessDeniedHandler((request, response, _) -> Nothing.answer(request, response)))
			.build();
	}

	/// What Tomcat turns away before it comes to any rule of ours.
	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> alsoWhatTomcatRefuses() {
		return server -> server.addContextCustomizers(context -> ((StandardHost) context.getParent()).setErrorReportValveClass(SameAnswer.class.getName()));
	}

	/// Addresses that no browser makes answer like those that do not exist.
	@Bean
	RequestRejectedHandler alsoStrangeAddresses() {
		return (request, response, _) -> Nothing.answer(request, response);
	}

}
