package org.packhorse.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What answers as [NothingThere] to accounts that have a role for it and may still not know of it. The API's description says so.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface MayBeNothing {
}
