package org.packhorse.console.door;

/// The council's own sign-in (OpenID Connect), where the settings name one.
///
/// @param issuer whose word is taken
/// @param claim what of its word names the account, such as `preferred_username`
public record CouncilSignIn(String issuer, String claim) {
}
