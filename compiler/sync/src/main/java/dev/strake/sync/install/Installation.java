package dev.strake.sync.install;

import dev.strake.sync.configuration.AgentConfiguration;
import java.util.List;

/**
 * What to install.
 *
 * @param image of the agent, with its tag or digest
 * @param configuration that the file says
 * @param text the file
 * @param resources that the agent's own cluster is to be kept to
 */
public record Installation(
    String image, AgentConfiguration configuration, String text, List<SyncedResource> resources) {

  static final String NAME = "strake-agent";

  public Installation {
    resources = List.copyOf(resources);
  }

  String namespace() {
    return configuration.namespace();
  }
}
