package dev.strake.generate.node;

import java.util.List;

/**
 * A secret that a script needs on its host. Its value is a file of root's, or a variable of the
 * environment, from which the script writes that file.
 *
 * @param name for messages
 * @param path of the file
 * @param variable of the environment
 * @param use {@link #JOIN}, or the file on the host that is made of it: once that is there, the
 *     secret may be gone
 */
public record HostSecret(String name, String path, String variable, String use) {

  /** Needed until the machine is a node. */
  public static final String JOIN = "join";

  /** Where secrets are that the spec gives no path of the host for. */
  public static final String FOLDER = "/etc/strake/secrets/";

  List<String> row() {
    return List.of(name, path, variable, use);
  }
}
