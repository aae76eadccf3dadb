package dev.bellwether.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the one place that may read the machine's clock or wait by it; the build refuses all others. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface ReadsTheClock {}
