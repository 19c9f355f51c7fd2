package dev.strake.health;

import dev.strake.cel.CheckedExpression;
import dev.strake.yaml.YamlMapping;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How objects of one kind tell how they do, in expressions. Each reads the object, as {@code
 * object} or by its parts, so that expressions written for Flux fit.
 *
 * @param groupKind as kubectl writes it: {@code Certificate.cert-manager.io}
 * @param current whether it does well
 * @param inProgress whether there is something to wait for; asked first
 * @param failed whether waiting is of no use; asked before {@code current}
 * @param source what a user wrote
 * @see <a href="https://github.com/fluxcd/flux2/tree/main/rfcs/0009-custom-health-checks">RFC-0009:
 *     custom health checks</a>
 * @see <a href="https://fluxcd.io/flux/cheatsheets/cel-healthchecks/">Expressions for popular
 *     kinds</a>
 */
public record CustomHealthRule(
    String groupKind,
    CheckedExpression current,
    Optional<CheckedExpression> inProgress,
    Optional<CheckedExpression> failed,
    YamlMapping source) {

  /** What expressions may read. */
  public static final List<String> VARIABLES =
      List.of("object", "apiVersion", "kind", "metadata", "spec", "status", "data");

  /** The kind as one that differs in case only has it too: an API server serves one of these. */
  public String key() {
    return groupKind.toLowerCase(Locale.ROOT);
  }
}
