package org.packhorse;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;

/// Lets applications that tests start beside each other look their components up one after the other: Spring's list of components, of which
/// there is one in a JVM, bears no more. Named in META-INF/spring.factories of the tests.
public final class OneScanAtATime implements SpringApplicationRunListener {

	private static final ReentrantLock LOCK = new ReentrantLock();

	@Override
	public void contextLoaded(ConfigurableApplicationContext context) {
		context.addBeanFactoryPostProcessor(new Turn());
	}

	@Override
	public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
		release();
	}

	/// For what looks components up without an application.
	public static <T> T locked(Supplier<T> scan) {
		LOCK.lock();
		try {
			return scan.get();
		}
		finally {
			LOCK.unlock();
		}
	}

	private static void release() {
		if (LOCK.isHeldByCurrentThread()) {
			LOCK.unlock();
		}
	}

	/// Comes before Spring's own, which looks for components, and is asked again once all of these are through.
	private static final class Turn implements BeanDefinitionRegistryPostProcessor {

		@Override
		public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
			LOCK.lock();
		}

		@Override
		public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
			release();
		}

	}

}
