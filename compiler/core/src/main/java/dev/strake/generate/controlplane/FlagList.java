package dev.strake.generate.controlplane;

import dev.strake.source.SourceRange;
import dev.strake.spec.ExtraArgument;
import dev.strake.spec.Origins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One component's flags as they grow: ours, then the spec's in their order. Where the spec writes a
 * flag of ours, ours goes: given twice, a flag would count by its last value, and whoever reads the
 * command line would have to know.
 */
final class FlagList {

  private final List<ExtraArgument> written;
  private final Origins origins;
  private final List<ComponentFlag> ours = new ArrayList<>();
  private final Set<String> joined = new LinkedHashSet<>();

  /**
   * @param written the spec's own flags
   */
  FlagList(List<ExtraArgument> written, Origins origins) {
    this.written = written;
    this.origins = origins;
  }

  FlagList with(String name, Object value, SourceRange origin) {
    ours.add(new ComponentFlag(name, value.toString(), origin));
    return this;
  }

  /**
   * A flag whose value is a list. What the spec writes comes in addition, in the same flag: kubeadm
   * drops a flag of its own as soon as another of that name is there.
   */
  FlagList joined(String name, String value, SourceRange origin) {
    Set<String> values = new LinkedHashSet<>(List.of(value));
    SourceRange place = origin;
    for (ExtraArgument argument : written(name).toList()) {
      Arrays.stream(argument.value().split(",", -1))
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .forEach(values::add);
      place = origins.of(argument).range();
    }
    ours.add(new ComponentFlag(name, String.join(",", values), place));
    joined.add(name);
    return this;
  }

  List<ComponentFlag> all() {
    Stream<ComponentFlag> own =
        ours.stream()
            .filter(flag -> joined.contains(flag.name()) || written(flag.name()).count() == 0);
    Stream<ComponentFlag> others =
        written.stream()
            .filter(argument -> !joined.contains(argument.name().text()))
            .map(this::flag);
    return Stream.concat(own, others).toList();
  }

  private ComponentFlag flag(ExtraArgument argument) {
    return new ComponentFlag(
        argument.name().text(), argument.value(), origins.of(argument).range());
  }

  private Stream<ExtraArgument> written(String name) {
    return written.stream().filter(argument -> argument.name().text().equals(name));
  }
}
