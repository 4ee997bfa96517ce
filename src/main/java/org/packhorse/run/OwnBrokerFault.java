package org.packhorse.run;

import java.net.BindException;
import java.net.UnknownHostException;

import org.packhorse.pack.PackProblem;

/// Why our own broker did not start, in words with a remedy.
final class OwnBrokerFault {

	private OwnBrokerFault() {
	}

	static PackProblem of(OwnBrokerSettings settings, Exception fault) {
		var bind = settings.bind();
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			var message = String.valueOf(cause.getMessage());
			switch (cause) {
				case UnknownHostException _ -> {
					return new PackProblem(PackProblem.Kind.INPUT, "packhorse.broker.bind: this machine has no address %s.".formatted(bind.host()));
				}
				case BindException _ when message.contains("in use") -> {
					return new PackProblem(PackProblem.Kind.BUSY, "Port %d, where the broker would listen, is taken by another program. Stop that, or choose another in packhorse.broker.bind."
						.formatted(bind.port()));
				}
				case BindException _ -> {
					return new PackProblem(PackProblem.Kind.INPUT, "packhorse.broker.bind: the broker cannot listen at %s: %s.".formatted(bind, message));
				}
				default -> {
					if (message.contains("locked") || message.contains("Lock")) {
						return new PackProblem(PackProblem.Kind.BUSY, "The messages in %s are in the hands of another broker. Stop that one first.".formatted(settings.folder()));
					}
				}
			}
		}
		return new PackProblem(PackProblem.Kind.FAILED, "The broker does not start on %s: %s. Check that the folder can be written and its disk has room."
			.formatted(settings.folder(), fault.getMessage()));
	}

}
