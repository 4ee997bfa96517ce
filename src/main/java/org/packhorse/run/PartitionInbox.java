package org.packhorse.run;

import java.util.function.Consumer;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.apache.activemq.transport.DefaultTransportListener;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.Software;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.jms.listener.SessionAwareMessageListener;

/// Takes partitions from the queue, one for each thread. A message is the broker's until its partition has ended: when this process dies
/// or freezes, the broker gives it to another.
final class PartitionInbox implements SessionAwareMessageListener<Message>, AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(PartitionInbox.class);

	private final DefaultMessageListenerContainer container = new DefaultMessageListenerContainer();

	private final PartitionWork work;

	private final Consumer<PackProblem> cannotWork;

	/// @param cannotWork is told when this worker can make no packs, whichever they are
	PartitionInbox(BrokerSettings settings, int threads, PartitionWork work, Consumer<PackProblem> cannotWork) {
		this.work = work;
		this.cannotWork = cannotWork;
		var broker = BrokerConnections.lasting(settings);
		broker.setTransportListener(new Absences());
		this.container.setConnectionFactory(broker);
		this.container.setDestinationName(settings.queue());
		this.container.setMessageSelector(PartitionMessage.selector(Software.current()));
		this.container.setSessionTransacted(true);
		this.container.setConcurrentConsumers(threads);
		this.container.setTaskExecutor(new SimpleAsyncTaskExecutor("packs-"));
		this.container.setErrorHandler(fault -> LOG.error("A partition could not be made here; it is tried again, here or elsewhere: {}", fault.getMessage(), fault));
		this.container.setMessageListener(this);
		this.container.afterPropertiesSet();
	}

	void open() {
		this.container.start();
	}

	@Override
	public void onMessage(Message message, Session session) throws JMSException {
		if (!(message instanceof TextMessage text)) {
			throw new IllegalArgumentException("a message of the queue is no text");
		}
		try {
			if (!this.work.make(PartitionMessage.read(text.getText()))) {
				handBack(text, session);
			}
		}
		catch (PackProblem problem) {
			handBack(text, session);
			this.container.stop(() -> {
			});
			this.cannotWork.accept(problem);
		}
	}

	/// Tells when the broker goes away and comes back; what is in hand goes on meanwhile.
	private static final class Absences extends DefaultTransportListener {

		@Override
		public void transportInterupted() {
			LOG.warn("The broker is away: packs in hand are finished, others wait until it is back");
		}

		@Override
		public void transportResumed() {
			LOG.info("The broker answers");
		}

	}

	/// As a new message, in the same transaction: a worker that leaves is no try that failed.
	private static void handBack(TextMessage message, Session session) throws JMSException {
		try (var queue = session.createProducer(message.getJMSDestination())) {
			var again = session.createTextMessage(message.getText());
			again.setStringProperty(PartitionMessage.SOFTWARE, message.getStringProperty(PartitionMessage.SOFTWARE));
			queue.send(again);
		}
	}

	/// Waits for what is in hand.
	@Override
	public void close() {
		this.container.shutdown();
	}

}
