package org.packhorse.pack;

import java.time.LocalDate;
import java.util.List;

/// How an edition's files reach the reader of its letter, which the letter explains.
public sealed interface Enclosure {

	/// The names of the edition's files that the reader gets.
	List<String> files();

	/// With the letter, as they are.
	record Attached(List<String> files) implements Enclosure {

		public Attached {
			files = List.copyOf(files);
		}

	}

	/// Behind a personal link that works up to and including a day.
	record Linked(String link, LocalDate until, List<String> files) implements Enclosure {

		public Linked {
			files = List.copyOf(files);
		}

	}

	/// Inside one attached file that opens with a password, which goes another way.
	record Locked(String name, List<String> files) implements Enclosure {

		public Locked {
			files = List.copyOf(files);
		}

	}

}
