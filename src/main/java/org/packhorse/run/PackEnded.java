package org.packhorse.run;

import java.time.Duration;

/// Told within the process that has just made a pack, or could not: for whoever counts.
///
/// @param outcome what came of it
/// @param took how long
public record PackEnded(PackRun.Outcome outcome, Duration took) {
}
