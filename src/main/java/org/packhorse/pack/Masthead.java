package org.packhorse.pack;

import java.time.LocalDate;

/// What an edition is, in the words of its front: safe to show to whoever may know that it exists.
///
/// @param marking the protective marking, or blank
public record Masthead(String council, String title, String marking, LocalDate asAt, int version, boolean draft) {
}
