package dev.strake.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a kind, section or field means: goes into the published JSON Schema, where editors show it,
 * and into the reference pages. Whole sentences.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Doc {
  String value();

  /**
   * What counts when the field is absent, as it would be written; empty if nothing does. The binder
   * puts it into a field that may not be null; a nullable one is left to the resolver.
   */
  String byDefault() default "";
}
