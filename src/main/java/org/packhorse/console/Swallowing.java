package org.packhorse.console;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/// How much of a request that is turned away is read on to its end, so that the answer that says so is seen: a little more than is ever taken.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Swallowing {

	private static final DataSize MORE = DataSize.ofMegabytes(4);

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> littleMoreThanIsTaken(@Value("${packhorse.uploads.request:60MB}") DataSize uploads) {
		return factory -> factory.addConnectorCustomizers(connector -> connector.setProperty("maxSwallowSize", Long.toString(uploads.toBytes() + MORE.toBytes())));
	}

}
