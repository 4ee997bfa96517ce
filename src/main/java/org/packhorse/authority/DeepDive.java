package org.packhorse.authority;

/// A section that a body wants to look into at a meeting.
///
/// @param plan the plan's code, or blank for whichever plan has the section
/// @param question what the body wants to know, or blank
public record DeepDive(String plan, String section, String question) {
}
