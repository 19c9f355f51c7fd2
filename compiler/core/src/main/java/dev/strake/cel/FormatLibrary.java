package dev.strake.cel;

import static dev.strake.cel.CelFunction.global;
import static dev.strake.cel.CelFunction.member;
import static dev.strake.cel.FunctionType.STRING;

import java.util.ArrayList;
import java.util.List;

/**
 * Names of shapes that texts can have, and whether they do.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-format-library">Kubernetes
 *     format library</a>
 */
final class FormatLibrary implements CelLibrary {

  private static final FunctionType<NamedFormat> FORMAT =
      FunctionType.opaque("kubernetes.NamedFormat", NamedFormat.class);

  @Override
  public int sinceMinor() {
    return 31;
  }

  @Override
  public List<CelFunction> functions() {
    List<CelFunction> functions = new ArrayList<>();
    for (NamedFormat format : NamedFormat.values()) {
      String name = "format." + format.celName();
      functions.add(global(name, name, FORMAT, none -> format));
    }
    functions.add(
        global(
            "format.named",
            "format-named",
            STRING,
            FunctionType.optional(FORMAT),
            NamedFormat::find));
    functions.add(
        member(
            "validate",
            "format-validate",
            FORMAT,
            STRING,
            FunctionType.optional(FunctionType.listOf(STRING)),
            (format, text) -> format.problem(text).map(List::of)));
    return functions;
  }
}
