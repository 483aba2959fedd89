package org.ontherecord.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test that waits for what these scheduled jobs do by themselves; they run until it has ended, all others stand still. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface JobsRun {
    /** Their identities. */
    String[] value();
}
