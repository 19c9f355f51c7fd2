package dev.strake.generate.kubeadm;

import dev.strake.generate.TreeValue;
import dev.strake.generate.controlplane.ComponentFlag;
import dev.strake.manifest.SourceMap;
import dev.strake.yaml.NodePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Flags of a component: a list in v1beta4, where a flag may occur again; a map in v1beta3, where
 * the last one counts.
 */
record Arguments(KubeadmApi api, List<ComponentFlag> flags) implements TreeValue {

  Arguments {
    flags = List.copyOf(flags);
  }

  @Override
  public @Nullable Object tree() {
    if (flags.isEmpty()) {
      return null;
    }
    return api == KubeadmApi.V1BETA4
        ? flags.stream().map(flag -> new Argument(flag.name(), flag.value())).toList()
        : map();
  }

  private Map<String, String> map() {
    Map<String, String> map = new LinkedHashMap<>();
    flags.forEach(flag -> map.put(flag.name(), flag.value()));
    return map;
  }

  /** Adds where the flags come from. */
  SourceMap addTo(SourceMap sources, NodePath path) {
    SourceMap all = sources;
    for (int i = 0; i < flags.size(); i++) {
      ComponentFlag flag = flags.get(i);
      NodePath at = api == KubeadmApi.V1BETA4 ? path.index(i) : path.key(flag.name());
      all = all.with(at, flag.origin());
    }
    return all;
  }
}
