package dev.strake.join.resource;

import dev.strake.join.Part;

/**
 * What a container asks for and may use, after all defaults: a request that is missing is the limit
 * that is written, and only then what the namespace gives.
 *
 * @param container where it stands
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go">SetDefaults_Pod</a>
 */
record ContainerAmounts(Part container, Amounts requests, Amounts limits) {

  static ContainerAmounts of(Part container, ContainerDefaults defaults) {
    Part resources = container.field("resources");
    Amounts limits = Amounts.of(resources.field("limits"));
    Amounts requests = Amounts.of(resources.field("requests")).orElse(limits);
    return new ContainerAmounts(
        container, requests.orElse(defaults.requests()), limits.orElse(defaults.limits()));
  }

  String name() {
    return container.field("name").textOrEmpty();
  }

  /** Whether it is an init container that goes on beside the others. */
  boolean isSidecar() {
    return container.field("restartPolicy").is("Always");
  }
}
