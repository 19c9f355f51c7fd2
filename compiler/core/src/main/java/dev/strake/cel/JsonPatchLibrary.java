package dev.strake.cel;

import static dev.strake.cel.CelFunction.global;
import static dev.strake.cel.FunctionType.STRING;

import java.util.List;

/**
 * Keys in the paths of JSON patches.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/">Mutating
 *     admission policy</a>
 */
final class JsonPatchLibrary implements CelLibrary {

  @Override
  public List<CelFunction> functions() {
    return List.of(
        global(
            "jsonpatch.escapeKey",
            "jsonpatch_escape_key",
            STRING,
            STRING,
            key -> key.replace("~", "~0").replace("/", "~1")));
  }
}
