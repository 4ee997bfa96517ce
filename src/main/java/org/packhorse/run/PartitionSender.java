package org.packhorse.run;

import org.packhorse.pack.Software;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.jms.connection.SingleConnectionFactory;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;

/// Puts partitions into the queue of a broker, each as a message that outlives it.
final class PartitionSender implements MessageChannel, AutoCloseable {

	private final SingleConnectionFactory connection;

	private final JmsTemplate queue;

	private final long job;

	PartitionSender(BrokerSettings settings, StepExecution deal) {
		this.connection = new SingleConnectionFactory(BrokerConnections.lasting(settings));
		this.queue = new JmsTemplate(this.connection);
		this.queue.setDefaultDestinationName(settings.queue());
		this.job = deal.getJobExecutionId();
	}

	@Override
	public boolean send(Message<?> message, long timeout) {
		var request = (StepExecutionRequest) message.getPayload();
		this.queue.send(session -> {
			var text = session.createTextMessage(new PartitionMessage(request.getStepName(), this.job, request.getStepExecutionId()).text());
			text.setStringProperty(PartitionMessage.SOFTWARE, Software.current());
			return text;
		});
		return true;
	}

	@Override
	public void close() {
		this.connection.destroy();
	}

}
