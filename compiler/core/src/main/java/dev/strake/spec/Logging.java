package dev.strake.spec;

import dev.strake.value.Quantity;

@Doc("Logs in one place.")
public sealed interface Logging {

  @Doc("Loki, fed by an agent on every node.")
  record Loki(@Doc("The size of its volume: 100Gi.") Quantity storage) implements Logging {}

  @Doc("Elasticsearch, fed by Fluentd on every node.")
  record FluentdElasticsearch(@Doc("The size of each of its volumes: 100Gi.") Quantity storage)
      implements Logging {}
}
