package dev.strake.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of the section's fields, exactly one is written: {@code etcd: {local: ...}} or {@code external}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ExactlyOne {

  /** The fields that it holds for, by their names in YAML; empty for all. */
  String[] of() default {};
}
