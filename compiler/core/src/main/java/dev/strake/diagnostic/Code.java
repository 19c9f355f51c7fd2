package dev.strake.diagnostic;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What kind of finding it is: {@code <category>/<kebab-case>}. Compiler findings have their stage
 * as the category ({@code yaml}, {@code spec}, {@code schema}, {@code api}, {@code compile}); a
 * policy finding's code is the policy's id.
 *
 * <p>The compiler's own codes are constants of the class that finds them, so that a test can ask
 * each for its fixture and its {@code explain} page.
 *
 * @param severity what findings of this code weigh unless the user says otherwise
 */
public record Code(String id, Severity severity) implements Comparable<Code> {

  /** The stages of the compiler; every other category is one of policies. */
  private static final Set<String> STAGES =
      Set.of("yaml", "spec", "schema", "api", "component", "compile", "policy");

  private static final Pattern SHAPE =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*");

  public Code {
    if (!isWellFormed(id)) {
      throw new IllegalArgumentException("not a diagnostic code: " + id);
    }
  }

  public static Code error(String id) {
    return new Code(id, Severity.ERROR);
  }

  public static Code warning(String id) {
    return new Code(id, Severity.WARNING);
  }

  public static Code info(String id) {
    return new Code(id, Severity.INFO);
  }

  /** Whether a text has the shape of a code. */
  public static boolean isWellFormed(String id) {
    return SHAPE.matcher(id).matches();
  }

  /** The part before the slash. */
  public String category() {
    return id.substring(0, id.indexOf('/'));
  }

  /** Whether a stage of the compiler finds it, and no policy. */
  public boolean isOfCompiler() {
    return STAGES.contains(category());
  }

  @Override
  public int compareTo(Code other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
