package dev.strake.spec;

import dev.strake.value.Quantity;
import org.jspecify.annotations.Nullable;

@Doc("Traces of requests.")
public sealed interface Tracing {

  /** The size of its volume; null if it has none. */
  @Nullable Quantity storage();

  /** Where {@link #storage()} was written. */
  Origin storagePlace(Origins origins);

  @Doc("Jaeger.")
  record Jaeger(
      @Doc("The size of its volume: 20Gi. Absent: traces are kept in memory.")
          @Nullable Quantity storage)
      implements Tracing {

    @Override
    public Origin storagePlace(Origins origins) {
      return origins.of(this, Jaeger::storage);
    }
  }
}
