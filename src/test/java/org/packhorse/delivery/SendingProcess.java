package org.packhorse.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.packhorse.PackhorseApplication;
import org.packhorse.access.Actor;
import org.packhorse.pack.Editions;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A process that posts an edition to a list and sends it, to be killed: at each step on the ledger it says which one and waits until it
/// is told to go on, so that whoever started it can end it exactly there.
///
/// Arguments: the edition's name, the list, then settings. It says `ready` first.
final class SendingProcess {

	/// What a statement on the ledger is to the message: words that it holds, and the step's name.
	private static final Map<String, String> STEPS = Map.of("INSERT INTO deliveries", "posting", "state = 'CLAIMED', fence", "claiming", "SET state = 'IN_FLIGHT'", "launching",
			"state = 'ACCEPTED'", "settling");

	private static volatile boolean watched;

	private static String step = "";

	private SendingProcess() {
	}

	public static void main(String[] args) throws IOException {
		var settings = List.of(args).subList(2, args.length).toArray(String[]::new);
		try (var application = new SpringApplicationBuilder(PackhorseApplication.class).web(WebApplicationType.NONE)
			.lazyInitialization(true)
			.initializers(context -> context.getBeanFactory().addBeanPostProcessor(new Watching()))
			.run(settings)) {
			var edition = application.getBean(Editions.class).named(args[0]).getFirst();
			var postbag = application.getBean(Postbag.class);
			var round = application.getBean(DeliveryRound.class);
			say("ready");
			watched = true;
			postbag.post(edition, List.of(args[1]), new Actor("performance.manager"));
			round.deliver(_ -> {
			});
		}
	}

	/// Says where it is and waits for the word to go on; ends when nobody is there to give it.
	private static synchronized void say(String words) {
		try {
			System.out.println("\t" + words);
			System.out.flush();
			if (System.in.read() < 0) {
				Runtime.getRuntime().halt(1);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Watching implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return bean instanceof DataSource source ? new DelegatingDataSource(source) {

				@Override
				public Connection getConnection() throws SQLException {
					return proxy(Connection.class, connection(super.getConnection()));
				}

			} : bean;
		}

	}

	private static InvocationHandler connection(Connection connection) {
		return (_, method, arguments) -> {
			var result = call(connection, method, arguments);
			if (method.getName().equals("prepareStatement") && watched) {
				var named = STEPS.entrySet().stream().filter(each -> arguments[0].toString().contains(each.getKey())).map(Map.Entry::getValue).findFirst();
				return named.isEmpty() ? result : proxy(PreparedStatement.class, statement((PreparedStatement) result, named.get()));
			}
			if (method.getName().equals("commit") && !step.isEmpty()) {
				var done = step;
				step = "";
				say(done + " committed");
			}
			return result;
		};
	}

	private static InvocationHandler statement(PreparedStatement statement, String name) {
		return (_, method, arguments) -> {
			var result = call(statement, method, arguments);
			if (method.getName().equals("executeUpdate")) {
				step = name;
				say(name);
			}
			return result;
		};
	}

	private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader() == null ? SendingProcess.class.getClassLoader() : type.getClassLoader(), new Class<?>[] { type }, handler));
	}

}
