package dev.strake.spec;

import dev.strake.value.Quantity;

@Doc("Logs in one place.")
public sealed interface Logging {

  /** The size of a volume. */
  Quantity storage();

  /** Where {@link #storage()} was written. */
  Origin storagePlace(Origins origins);

  @Doc("Loki, fed by an agent on every node.")
  record Loki(@Doc("The size of its volume: 100Gi.") Quantity storage) implements Logging {

    @Override
    public Origin storagePlace(Origins origins) {
      return origins.of(this, Loki::storage);
    }
  }

  @Doc("Elasticsearch, fed by Fluentd on every node.")
  record FluentdElasticsearch(@Doc("The size of each of its volumes: 100Gi.") Quantity storage)
      implements Logging {

    @Override
    public Origin storagePlace(Origins origins) {
      return origins.of(this, FluentdElasticsearch::storage);
    }
  }
}
