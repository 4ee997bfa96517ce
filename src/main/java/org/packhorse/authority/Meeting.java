package org.packhorse.authority;

import java.time.LocalDate;

/// A meeting of a body, such as the Improvement Board on 21 April.
///
/// @param body code of the body that meets
/// @param bodyTitle the body's name as packs print it
/// @param title what the meeting is called when it has a name of its own, or blank
public record Meeting(String body, String bodyTitle, LocalDate meetsOn, String title, String venue) {
}
