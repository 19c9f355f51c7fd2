package dev.strake.generate.manifest;

import dev.strake.diagnostic.ObjectRef;
import dev.strake.generate.ConfigDocument;
import org.jspecify.annotations.Nullable;

/** An object of a kind that an add-on defines; a record of ours, since nobody types it for us. */
interface CustomObject extends ConfigDocument {

  Metadata metadata();

  /** Its identity. */
  default ObjectRef ref() {
    return new ObjectRef(apiVersion(), kind(), metadata().namespace(), metadata().name());
  }

  /**
   * What every object begins with.
   *
   * @param namespace null for an object of the whole cluster
   */
  record Metadata(String name, @Nullable String namespace) {

    static Metadata ofCluster(String name) {
      return new Metadata(name, null);
    }
  }
}
