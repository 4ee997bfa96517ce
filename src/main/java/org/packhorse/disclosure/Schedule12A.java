package org.packhorse.disclosure;

import java.util.List;

/// The seven descriptions of information that may be kept from the public at a council's meetings in England: Schedule 12A to
/// the Local Government Act 1972, Part 1, as substituted by S.I. 2006/88. Each holds only while, in all the circumstances of
/// the case, the public interest in keeping it back outweighs the public interest in disclosing it (paragraph 10).
///
/// Contains public sector information licensed under the Open Government Licence v3.0.
public final class Schedule12A {

	/// Where the words are from, for packs that print them.
	public static final String SOURCE = "Schedule 12A to the Local Government Act 1972, Part 1 (legislation.gov.uk). "
			+ "Contains public sector information licensed under the Open Government Licence v3.0.";

	private static final List<String> PARAGRAPHS = List.of("Information relating to any individual.",
			"Information which is likely to reveal the identity of an individual.",
			"Information relating to the financial or business affairs of any particular person (including the authority holding that information).",
			"Information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the authority or a Minister of the Crown and employees of, or office holders under, the authority.",
			"Information in respect of which a claim to legal professional privilege could be maintained in legal proceedings.",
			"Information which reveals that the authority proposes (a) to give under any enactment a notice under or by virtue of which requirements are imposed on a person; or (b) to make an order or direction under any enactment.",
			"Information relating to any action taken or to be taken in connection with the prevention, investigation or prosecution of crime.");

	private Schedule12A() {
	}

	/// The words of a paragraph, 1 to 7.
	public static String words(int paragraph) {
		return PARAGRAPHS.get(paragraph - 1);
	}

}
