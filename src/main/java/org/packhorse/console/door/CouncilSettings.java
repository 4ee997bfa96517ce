package org.packhorse.console.door;

import java.time.Clock;

import org.packhorse.access.Accounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The council's sign-in by configuration: `packhorse.sign-in.issuer`, `.client-id`, `.client-secret`, `.claim`; docs/console.md explains each.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty("packhorse.sign-in.issuer")
class CouncilSettings {

	@Bean
	CouncilSignIn councilSignIn(Environment settings) {
		return new CouncilSignIn(settings.getRequiredProperty("packhorse.sign-in.issuer"), settings.getProperty("packhorse.sign-in.claim", "preferred_username"));
	}

	@Bean
	CouncilDoor councilDoor(CouncilSignIn council, Environment settings, CouncilCameIn cameIn, Clock clock) {
		return new CouncilDoor(council, settings.getRequiredProperty("packhorse.sign-in.client-id"), settings.getRequiredProperty("packhorse.sign-in.client-secret"), cameIn,
				clock);
	}

	@Bean
	CouncilCameIn councilCameIn(CouncilSignIn council, Accounts accounts, LocalSignIn local, CameIn cameIn) {
		return new CouncilCameIn(council, accounts, local, cameIn);
	}

}
