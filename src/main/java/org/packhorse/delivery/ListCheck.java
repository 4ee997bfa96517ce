package org.packhorse.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.packhorse.markup.NearestName;
import org.packhorse.pack.PackProblem;
import org.packhorse.writer.PackFormat;
import org.springframework.stereotype.Component;

/// Whether a list could get packs for an audience, asked before there is any edition, so that a schedule is refused when it is written
/// and not on the day. What is posted is looked at again by the same rules.
@Component
public class ListCheck {

	private final DistributionLists lists;

	private final Admission admission;

	private final MailSetup mail;

	ListCheck(DistributionLists lists, Admission admission, MailSetup mail) {
		this.lists = lists;
		this.admission = admission;
		this.mail = mail;
	}

	/// What is wrong, and what to do.
	public record Fault(String words, String remedy) {
	}

	/// Everything that is wrong with a council's list of this name for packs of these formats; nobody's address is named.
	public List<Fault> faults(String authority, String name, String audience, List<PackFormat> formats) {
		var list = this.lists.find(authority, name);
		if (list.isEmpty()) {
			return List.of(new Fault("%s has no list %s on file".formatted(authority, Addresses.oneLine(name, 60)), nearest(authority, name)));
		}
		var faults = new ArrayList<Fault>();
		this.admission.refusal(list.get(), audience, settings()).ifPresent(words -> faults.add(new Fault(words.replaceFirst("\\.$", ""), "Name another list, or mend this one in table distribution_lists")));
		var lacking = list.get().formats().stream().filter(format -> !formats.contains(format)).map(PackFormat::ending).collect(Collectors.joining(" and "));
		if (!lacking.isEmpty()) {
			faults.add(new Fault("The list %s wants %s, which the schedule does not make".formatted(name, lacking), "Add it to formats, or mend the list in table distribution_lists"));
		}
		people(list.get(), audience, faults);
		return faults;
	}

	/// Faulty settings of mail are told where mail is looked at; what they would be then does not matter here.
	private MailSettings settings() {
		try {
			return this.mail.settings();
		}
		catch (PackProblem ex) {
			return MailSetup.unset();
		}
	}

	private String nearest(String authority, String name) {
		var known = this.lists.names(authority);
		return known.isEmpty() ? "Load tables distribution_lists and recipients" : NearestName.among(known).remedy(name);
	}

	private void people(DistributionList list, String audience, List<Fault> faults) {
		var today = this.admission.today(list);
		if (today.isEmpty()) {
			faults.add(new Fault("Nobody is on the list %s today".formatted(list.name()), "Add recipients to table recipients, or take the list out"));
		}
		for (DistributionList.Recipient recipient : today) {
			var who = recipient.name().isEmpty() ? "A recipient without a name" : recipient.name();
			if (!list.mayReach(recipient.address())) {
				faults.add(new Fault("%s, on the list %s, is outside its domains: %s".formatted(who, list.name(), String.join(" ", list.domains())), "Mend the address, or the domains"));
			}
			if (!recipient.clearance().may(audience)) {
				faults.add(new Fault("%s, on the list %s, is cleared for %s packs, and this one is %s".formatted(who, list.name(), recipient.clearance(),
						audience.toLowerCase(Locale.ROOT)), "Take the recipient off the list, or have the clearance changed in table recipients"));
			}
		}
	}

}
