package org.packhorse.pack;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;

/// How much heap was in use after each collection.
final class HeapWatch {

	private final List<Collection> collections = new CopyOnWriteArrayList<>();

	/// When it ended, in milliseconds since the JVM's start, and the bytes that were left.
	private record Collection(long ended, long left) {
	}

	HeapWatch() {
		ManagementFactory.getGarbageCollectorMXBeans()
			.forEach(collector -> ((NotificationEmitter) collector).addNotificationListener((notice, _) -> note(notice), null, null));
	}

	private void note(Notification notice) {
		var collection = GarbageCollectionNotificationInfo.from((CompositeData) notice.getUserData()).getGcInfo();
		var heap = List.of("Eden", "Survivor", "Tenured", "Old");
		long left = collection.getMemoryUsageAfterGc().entrySet().stream()
			.filter(pool -> heap.stream().anyMatch(pool.getKey()::contains)).mapToLong(pool -> pool.getValue().getUsed()).sum();
		this.collections.add(new Collection(collection.getEndTime(), left));
	}

	/// Now, on the watch's clock.
	long now() {
		return ManagementFactory.getRuntimeMXBean().getUptime();
	}

	/// The most bytes that a collection left between two times; empty when there was none. Collections are told a little late,
	/// so this is for the end.
	OptionalLong most(long from, long to) {
		return this.collections.stream().filter(collection -> collection.ended() >= from && collection.ended() <= to)
			.max(Comparator.comparingLong(Collection::left)).stream().mapToLong(Collection::left).findFirst();
	}

}
