/// Writes e-mails: the same words as plain text and as a page.
@NullMarked
package org.packhorse.writer.mail;

import org.jspecify.annotations.NullMarked;
