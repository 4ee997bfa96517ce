package org.packhorse;

import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemFactory;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Sets Logback up once at a time: it is one for the whole JVM, and tests that go beside each other start applications at the same moment,
/// which would leave it half set up for one of them. Named in META-INF/spring.factories of the tests.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class OneLogAtATime implements LoggingSystemFactory {

	@Override
	public LoggingSystem getLoggingSystem(ClassLoader loader) {
		return new LockedLogback(loader);
	}

	private static final class LockedLogback extends LogbackLoggingSystem {

		LockedLogback(ClassLoader loader) {
			super(loader);
		}

		@Override
		public void beforeInitialize() {
			synchronized (LockedLogback.class) {
				super.beforeInitialize();
			}
		}

		@Override
		public void initialize(LoggingInitializationContext context, String location, LogFile file) {
			synchronized (LockedLogback.class) {
				super.initialize(context, location, file);
			}
		}

		@Override
		public void cleanUp() {
			synchronized (LockedLogback.class) {
				super.cleanUp();
			}
		}

	}

}
