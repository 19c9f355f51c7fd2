package dev.strake.update;

import java.util.Optional;

/** When the API server takes a change of a field that is fixed otherwise. */
enum Leeway {
  NONE {
    @Override
    boolean allows(Update update) {
      return false;
    }
  },

  /**
   * A suspended job's template: what places its pods may change until it first starts, and whether
   * it has is nothing that Git knows.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#mutable-scheduling-directives">Kubernetes:
   *     mutable scheduling directives</a>
   */
  SUSPENDED {
    @Override
    boolean allows(Update update) {
      return Update.text(update.before(), "spec", "suspend").equals(Optional.of("true"));
    }
  },

  /**
   * An indexed job grows and shrinks if as many pods run side by side as must complete.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#elastic-indexed-jobs">Kubernetes:
   *     elastic indexed jobs</a>
   */
  ELASTIC {
    @Override
    boolean allows(Update update) {
      Optional<String> completions = Update.text(update.after(), "spec", "completions");
      return Update.text(update.after(), "spec", "completionMode").equals(Optional.of("Indexed"))
          && completions.isPresent()
          && completions.equals(Update.text(update.after(), "spec", "parallelism"));
    }
  },

  /** A service that is or becomes a mere name has no address to keep. */
  EXTERNAL {
    @Override
    boolean allows(Update update) {
      Optional<String> external = Optional.of("ExternalName");
      return Update.text(update.before(), "spec", "type").equals(external)
          || Update.text(update.after(), "spec", "type").equals(external);
    }
  };

  abstract boolean allows(Update update);
}
