package org.packhorse.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.pack.Home;
import org.springframework.stereotype.Component;

/// What was handed over, written down outside the database before it happens, so that a restored or lost database sends nothing twice.
///
/// One line for each message's end and each answer, in `out/send-journal.log` beside the packs; lines are only added, each carries the
/// hash of the one before, and each is on the disk before anything follows from it. Several processes write in turn.
@Component
class SendJournal {

	/// One lock of a file for all threads of a process is all that Java allows.
	private static final Object TURN = new Object();

	private final Path file;

	private final Clock clock;

	private final Map<String, JournalLine> last = new HashMap<>();

	/// In which place each line stands, by its hash.
	private final Map<String, Long> places = new HashMap<>();

	private final List<Fault> faults = new ArrayList<>();

	private long read;

	private long lines;

	private JournalLine end = JournalLine.BEGINNING;

	SendJournal(Home home, Clock clock) {
		this.file = home.out().resolve("send-journal.log");
		this.clock = clock;
	}

	/// What is wrong with the journal itself, and in which of its lines.
	private record Fault(long place, String words) {
	}

	Path file() {
		return this.file;
	}

	/// Adds a line and returns it when it is on the disk.
	JournalLine write(State event, String messageId, long fence, String about) throws IOException {
		synchronized (TURN) {
			JournalLine added;
			boolean fresh = !Files.exists(this.file);
			Files.createDirectories(this.file.getParent());
			try (var channel = FileChannel.open(this.file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE); var lock = channel.lock()) {
				catchUp(channel);
				added = this.end.next(this.clock.instant().truncatedTo(ChronoUnit.SECONDS), event, messageId, fence, about);
				append(channel, added);
			}
			if (fresh) {
				force(this.file.getParent());
			}
			return added;
		}
	}

	/// The last line about a message.
	Optional<JournalLine> last(String messageId) {
		synchronized (TURN) {
			readOn();
			return Optional.ofNullable(this.last.get(Addressed.token(messageId)));
		}
	}

	/// The last line about each message that was ever handed over, or nearly.
	Map<String, JournalLine> lastOfEach() {
		synchronized (TURN) {
			readOn();
			return Map.copyOf(this.last);
		}
	}

	/// Whether it has the line with this hash.
	boolean has(String hash) {
		synchronized (TURN) {
			return this.places.containsKey(hash);
		}
	}

	/// What is wrong with the journal itself behind the line with this hash, or anywhere when it has no such line: a sentence each.
	List<String> faultsAfter(@Nullable String hash) {
		synchronized (TURN) {
			long seen = hash == null ? -1 : this.places.getOrDefault(hash, -1L);
			return this.faults.stream().filter(fault -> fault.place() > seen).map(Fault::words).toList();
		}
	}

	private void readOn() {
		if (Files.exists(this.file)) {
			try (var channel = FileChannel.open(this.file, StandardOpenOption.READ, StandardOpenOption.WRITE); var lock = channel.lock()) {
				catchUp(channel);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The send journal " + this.file + " cannot be read", ex);
			}
		}
		else if (this.read > 0) {
			forget();
			this.faults.add(new Fault(0, "The send journal %s is gone.".formatted(this.file)));
		}
	}

	private void append(FileChannel channel, JournalLine line) throws IOException {
		// What a process left unfinished when it died stays, on a line of its own.
		var text = (this.read < channel.size() ? "\n" : "") + line + "\n";
		var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
		long at = channel.size();
		while (bytes.hasRemaining()) {
			at += channel.write(bytes, at);
		}
		channel.force(true);
		catchUp(channel);
	}

	/// Reads what was added since, by whomever.
	private void catchUp(FileChannel channel) throws IOException {
		if (channel.size() < this.read) {
			forget();
			this.faults.add(new Fault(0, "The send journal %s has become shorter.".formatted(this.file)));
		}
		var bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - this.read));
		while (bytes.hasRemaining() && channel.read(bytes, this.read + bytes.position()) >= 0) {
			// on to the end
		}
		int whole = 0;
		for (int i = 0; i < bytes.position(); i++) {
			if (bytes.get(i) == '\n') {
				take(new String(bytes.array(), whole, i - whole, StandardCharsets.UTF_8));
				whole = i + 1;
			}
		}
		this.read += whole;
	}

	/// A line whose hash is not right is said, and believed all the same: it can only keep back what would be sent.
	private void take(String text) {
		this.lines++;
		var line = JournalLine.of(text);
		if (line.isEmpty()) {
			return;
		}
		if (!line.get().follows(this.end)) {
			this.faults.add(new Fault(this.lines, "Line %d of the send journal %s does not follow from the one before: lines were changed or taken out.".formatted(this.lines, this.file)));
		}
		this.end = line.get();
		this.places.put(line.get().hash(), this.lines);
		this.last.put(Addressed.token(line.get().messageId()), line.get());
	}

	/// As a process that has just begun.
	void forget() {
		this.last.clear();
		this.places.clear();
		this.faults.clear();
		this.read = 0;
		this.lines = 0;
		this.end = JournalLine.BEGINNING;
	}

	private static void force(Path folder) throws IOException {
		try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

}
