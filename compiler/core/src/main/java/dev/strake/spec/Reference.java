package dev.strake.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A section that says where a secret is. Whatever else stands in its place may be the secret
 * itself, so no message repeats a text that was written there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Reference {

  /** What to write, for messages. */
  String value();
}
