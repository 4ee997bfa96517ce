package org.packhorse.schedule;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.packhorse.writer.PackFormat;

/// One file of the schedules folder: who gets what, when, and by which rules.
///
/// @param name the file's name without its ending
/// @param enabled whether it fires at all
public record Schedule(String name, String title, boolean enabled, Order order, When when, Conduct conduct) {

	/// The zone that schedules are in, whatever the machine's.
	public static final ZoneId ZONE = London.ZONE;

	/// What is made.
	///
	/// @param authorities ONS codes, or none for every council that has a plan
	/// @param formats the formats wanted, or none for all that each pack has
	/// @param house the house style, or null for the council's own
	public record Order(List<String> packs, List<String> authorities, List<PackFormat> formats, @Nullable String house, boolean draft, AsAt asAt) {

		public Order {
			packs = List.copyOf(packs);
			authorities = List.copyOf(authorities);
			formats = List.copyOf(formats);
		}

		/// Whether it is for every council that has a plan.
		public boolean forAll() {
			return this.authorities.isEmpty();
		}

	}

	/// By which rules.
	///
	/// @param signOff posts that clear what is made
	/// @param lists distribution lists, by name
	/// @param remind when leads are reminded of what is missing
	public record Conduct(WhenNotReady whenNotReady, CatchUp catchUp, List<String> signOff, List<String> lists, Remind remind, BackPlan backPlan) {

		public Conduct {
			signOff = List.copyOf(signOff);
			lists = List.copyOf(lists);
		}

	}

	/// What it says, a sentence each without its capital and stop, as far as somebody may know of councils.
	public List<String> words(Predicate<String> known) {
		return words(known, UnaryOperator.identity(), UnaryOperator.identity());
	}

	/// The same with packs and councils as somebody says them.
	public List<String> words(Predicate<String> known, UnaryOperator<String> pack, UnaryOperator<String> council) {
		var words = new ArrayList<String>();
		words.add("%s%s for %s, as at %s, %s".formatted(this.order.draft() ? "draft of " : "", this.order.packs().stream().map(pack).collect(Collectors.joining(", ")),
				this.order.forAll() ? "every council with a plan" : this.order.authorities().stream().filter(known).map(council).collect(Collectors.joining(", ")), this.order.asAt(), this.when));
		words.add("when something is missing: %s; when nobody was awake: %s".formatted(this.conduct.whenNotReady(), this.conduct.catchUp()));
		if (!this.conduct.signOff().isEmpty() || !this.conduct.lists().isEmpty()) {
			words.add("cleared by %s; sent to %s".formatted(some(this.conduct.signOff(), "nobody"), some(this.conduct.lists(), "no list")));
		}
		if (this.conduct.remind().isAnybody()) {
			words.add("leads are reminded of what is missing: " + this.conduct.remind());
		}
		return words;
	}

	private static String some(List<String> names, String none) {
		return names.isEmpty() ? none : String.join(", ", names);
	}

}
