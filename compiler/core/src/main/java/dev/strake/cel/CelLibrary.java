package dev.strake.cel;

import java.util.List;

/** One of Kubernetes' own libraries. */
interface CelLibrary {

  List<CelFunction> functions();

  /**
   * The minor version of Kubernetes 1 that brought it. New expressions may use it one version
   * later, so that a control plane can be rolled back.
   */
  default int sinceMinor() {
    return 0;
  }
}
