package org.packhorse.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.EditionFiles;
import org.packhorse.pack.Enclosure;
import org.packhorse.pack.Letter;
import org.packhorse.pack.Letters;
import org.packhorse.pack.PackMaker;
import org.packhorse.pack.PackProblem;
import org.packhorse.writer.PackFormat;
import org.springframework.stereotype.Component;

/// Packs what readers get: the letter of the edition, with the files, a locked file or a personal link, as their list says.
@Component
class Parcels {

	private final PackMaker maker;

	private final Links links;

	private final ProtectedFile locks;

	private final DeliveryKey key;

	Parcels(PackMaker maker, Links links, ProtectedFile locks, DeliveryKey key) {
		this.maker = maker;
		this.links = links;
		this.locks = locks;
		this.key = key;
	}

	/// For the readers of one edition.
	Wrapping of(EditionFiles files) {
		return new Wrapping(files, this.maker.letters(files.edition()));
	}

	/// Why no link can be made, or nothing.
	Optional<String> linkFault() {
		try {
			this.links.to("<nobody@nowhere>");
			return Optional.empty();
		}
		catch (PackProblem problem) {
			return Optional.ofNullable(problem.getMessage());
		}
	}

	/// Packs one edition; what is alike for many readers is made once.
	final class Wrapping {

		private final EditionFiles files;

		private final Letters letters;

		private final Map<List<String>, Letter> attached = new HashMap<>();

		private Wrapping(EditionFiles files, Letters letters) {
			this.files = files;
			this.letters = letters;
		}

		/// For a reader of the list; the message's name is what a link or a password hangs on.
		Parcel to(DistributionList list, String messageId) {
			var names = this.files.names(list.of(this.files.formats()));
			if (list.linked()) {
				var link = Parcels.this.links.to(messageId);
				return parcel(this.letters.of(isOpen(), new Enclosure.Linked(link.url(), link.until(), names)), List.of(), Opening.By.LINK);
			}
			return list.locked() ? locked(names, messageId) : attached(names);
		}

		private Parcel attached(List<String> names) {
			var letter = this.attached.computeIfAbsent(names, _ -> this.letters.of(true, new Enclosure.Attached(names)));
			return parcel(letter, names.stream().map(this::attachment).toList(), null);
		}

		private Parcel locked(List<String> names, String messageId) {
			var inside = new TreeMap<String, byte[]>();
			names.forEach(name -> inside.put(name, this.files.bytes().get(name)));
			var request = this.files.edition().request();
			var name = "%s-%s.zip".formatted(request.pack(), request.asAt());
			var zip = new Parcel.Attachment(name, "application/zip", Parcels.this.locks.of(messageId, inside, request.asAt()));
			return parcel(this.letters.of(isOpen(), new Enclosure.Locked(name, names)), List.of(zip), Opening.By.PASSWORD);
		}

		/// Behind a link or a lock nothing is told in the open, but for packs that anybody may read.
		private boolean isOpen() {
			return this.files.audience().equalsIgnoreCase("public");
		}

		private Parcel.Attachment attachment(String name) {
			return new Parcel.Attachment(name, mediaType(name), this.files.bytes().get(name));
		}

		private Parcel parcel(Letter letter, List<Parcel.Attachment> attachments, Opening.@Nullable By by) {
			return new Parcel(subject(letter.subject()), letter.plain(), letter.html(), attachments,
					by == null ? null : new Opening(by, Parcels.this.key.mark()));
		}

		private String subject(String said) {
			boolean draft = this.files.edition().request().draft();
			return draft && !said.contains("DRAFT") ? "DRAFT: " + said : said;
		}

		private static String mediaType(String name) {
			for (PackFormat format : PackFormat.values()) {
				if (name.endsWith("." + format.ending())) {
					return format.mediaType();
				}
			}
			return "application/octet-stream";
		}

	}

}
