package org.packhorse.run;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.SslContext;
import org.apache.activemq.broker.region.policy.IndividualDeadLetterStrategy;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.filter.DestinationMapEntry;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.AuthorizationEntry;
import org.apache.activemq.security.AuthorizationPlugin;
import org.apache.activemq.security.DefaultAuthorizationMap;
import org.apache.activemq.security.SimpleAuthenticationPlugin;
import org.apache.activemq.store.SharedFileLocker;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.springframework.context.SmartLifecycle;

/// The broker that comes with Packhorse: one account, the queue of packs and its dead letters, and nothing else.
public class OwnBroker implements SmartLifecycle {

	/// What a queue's dead letters are called before its name.
	static final String DEAD = "DLQ.";

	private static final String GROUP = "packhorse";

	private static final long MEGABYTE = 1024 * 1024;

	private final BrokerSetup setup;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private volatile Consumer<String> news = _ -> {
	};

	private volatile @Nullable BrokerService broker;

	private volatile boolean asked;

	OwnBroker(BrokerSetup setup) {
		this.setup = setup;
	}

	/// The parts of the program that it needs: no database, and none of the rest.
	public static Class<?>[] parts() {
		return new Class<?>[] { Home.class, BrokerSetup.class, OwnBroker.class };
	}

	/// Starts, and tells what happens line by line; throws [PackProblem] where it cannot.
	public void start(Consumer<String> news) {
		this.news = news;
		start();
	}

	@Override
	public void start() {
		var settings = this.setup.own();
		try {
			var made = made(settings);
			made.addShutdownHook(this.stopped::countDown);
			made.start();
			this.broker = made;
			this.news.accept("listening at %s for the account %s; messages are kept in %s".formatted(settings.bind(), settings.account(), settings.folder()));
		}
		catch (PackProblem problem) {
			throw problem;
		}
		catch (Exception ex) {
			throw OwnBrokerFault.of(settings, ex);
		}
	}

	@Override
	public void stop() {
		var running = this.broker;
		if (running != null) {
			this.asked = true;
			this.news.accept("stopping");
			try {
				running.stop();
				this.news.accept("stopped");
			}
			catch (Exception ex) {
				this.news.accept("stopped with a fault: " + ex.getMessage());
			}
			this.broker = null;
			this.stopped.countDown();
		}
	}

	/// Waits until somebody stops it; throws [PackProblem] where it stopped by itself.
	public void awaitStop() throws InterruptedException {
		this.stopped.await();
		if (!this.asked) {
			throw new PackProblem(PackProblem.Kind.FAILED, "The broker stopped by itself, as it does when its disk is full or cannot be written; data/packhorse.log says why. What it had taken is kept.");
		}
	}

	@Override
	public boolean isRunning() {
		return this.broker != null;
	}

	/// The command starts it, so that what goes wrong is said in its words.
	@Override
	public boolean isAutoStartup() {
		return false;
	}

	private static BrokerService made(OwnBrokerSettings settings) throws Exception {
		var broker = new BrokerService();
		broker.setBrokerName("packhorse");
		broker.setUseJmx(false);
		broker.setUseShutdownHook(false);
		broker.setAdvisorySupport(false);
		broker.setSchedulerSupport(false);
		broker.setDataDirectoryFile(settings.folder().toFile());
		broker.setPersistenceAdapter(store(settings));
		broker.setPlugins(new BrokerPlugin[] { authentication(settings), authorization(settings) });
		broker.setDestinationPolicy(policy());
		broker.setDestinations(new ActiveMQQueue[] { new ActiveMQQueue(settings.queue()), new ActiveMQQueue(DEAD + settings.queue()) });
		limit(broker);
		listen(broker, settings);
		return broker;
	}

	private static KahaDBPersistenceAdapter store(OwnBrokerSettings settings) throws IOException {
		var locker = new SharedFileLocker();
		locker.setFailIfLocked(true);
		var store = new KahaDBPersistenceAdapter();
		store.setDirectory(settings.folder().toFile());
		store.setLocker(locker);
		store.setJournalMaxFileLength(Math.toIntExact(16 * MEGABYTE));
		return store;
	}

	private static BrokerPlugin authentication(OwnBrokerSettings settings) {
		var plugin = new SimpleAuthenticationPlugin(List.of(new AuthenticationUser(settings.account().user(), settings.account().password(), GROUP)));
		plugin.setAnonymousAccessAllowed(false);
		return plugin;
	}

	/// What is not named here is refused: other queues, and topics.
	private static BrokerPlugin authorization(OwnBrokerSettings settings) throws Exception {
		return new AuthorizationPlugin(new DefaultAuthorizationMap(List.of(allowed(settings.queue()), allowed(DEAD + settings.queue()))));
	}

	private static DestinationMapEntry allowed(String queue) throws Exception {
		var entry = new AuthorizationEntry();
		entry.setQueue(queue);
		entry.setRead(GROUP);
		entry.setWrite(GROUP);
		entry.setAdmin(GROUP);
		return entry;
	}

	private static PolicyMap policy() {
		var dead = new IndividualDeadLetterStrategy();
		dead.setQueuePrefix(DEAD);
		dead.setProcessNonPersistent(true);
		var queues = new PolicyEntry();
		queues.setDeadLetterStrategy(dead);
		queues.setPersistJMSRedelivered(true);
		var policy = new PolicyMap();
		policy.setDefaultEntry(queues);
		return policy;
	}

	/// Messages hold ids: a night of ten thousand packs is a few megabytes.
	private static void limit(BrokerService broker) {
		var usage = broker.getSystemUsage();
		usage.getMemoryUsage().setLimit(32 * MEGABYTE);
		usage.getStoreUsage().setLimit(512 * MEGABYTE);
		usage.getTempUsage().setLimit(32 * MEGABYTE);
		usage.setSendFailIfNoSpaceAfterTimeout(10_000);
	}

	private static void listen(BrokerService broker, OwnBrokerSettings settings) throws Exception {
		var identity = settings.identity();
		if (identity != null) {
			broker.setSslContext(new SslContext(BrokerCertificates.keys(identity), null, null));
		}
		broker.addConnector(URI.create(settings.bind() + "?maximumConnections=1000&wireFormat.maxFrameSize=131072&wireFormat.maxInactivityDuration=" + settings.silence().toMillis()));
	}

}
