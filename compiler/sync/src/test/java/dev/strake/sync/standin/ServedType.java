package dev.strake.sync.standin;

/** A kind that is served now. */
record ServedType(
    String group, String version, String kind, String plural, boolean namespaced, Shape shape) {

  String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** {@code deployments.apps}, as messages have it. */
  String resource() {
    return group.isEmpty() ? plural : plural + "." + group;
  }
}
