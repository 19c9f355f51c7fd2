package dev.strake.spec;

import dev.strake.value.Quantity;
import org.jspecify.annotations.Nullable;

@Doc("Traces of requests.")
public sealed interface Tracing {

  @Doc("Jaeger.")
  record Jaeger(
      @Doc("The size of its volume: 20Gi. Absent: traces are kept in memory.")
          @Nullable Quantity storage)
      implements Tracing {}
}
