package dev.strake.cel;

import static dev.strake.cel.CelFunction.member;
import static dev.strake.cel.FunctionType.ANY;
import static dev.strake.cel.FunctionType.STRING;

import java.util.List;

/**
 * {@code 'a %s'.format([b])}.
 *
 * @see <a href="https://pkg.go.dev/github.com/google/cel-go/ext#hdr-Format-Strings">Format in the
 *     strings extension</a>
 */
final class TextFormatLibrary implements CelLibrary {

  @Override
  public int sinceMinor() {
    return 29;
  }

  @Override
  public List<CelFunction> functions() {
    return List.of(
        member(
            "format",
            "string_format",
            STRING,
            FunctionType.listOf(ANY),
            STRING,
            (template, values) -> new TextFormat(template, values).filled()));
  }
}
