package dev.strake.check.entry;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.spec.Policies;
import dev.strake.spec.Policies.PolicyException;
import dev.strake.spec.Tenant;
import dev.strake.value.HostPattern;
import dev.strake.value.ImageRepository;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Entries of a list that another one makes superfluous: the same role for the same subject, a
 * registry below one that is allowed as a whole. They do no harm until somebody removes one of them
 * and believes that this was it.
 */
final class RedundantEntry implements SpecCheck {

  static final Code REDUNDANT_ENTRY = Code.info("spec/redundant-entry");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    Origins origins = cluster.origins();
    for (ClusterNamespace namespace : spec.namespaces()) {
      sections(namespace.roleBindings(), Objects::equals, origins, sink);
    }
    for (Tenant tenant : spec.tenants()) {
      entries(tenant, Tenant::namespaces, Objects::equals, origins, sink);
      entries(tenant, Tenant::sources, Objects::equals, origins, sink);
      entries(tenant, Tenant::allowedRegistries, ImageRepository::covers, origins, sink);
      entries(tenant, Tenant::allowedIngressHosts, HostPattern::covers, origins, sink);
    }
    Policies policies = spec.policies();
    sections(policies.externals(), Objects::equals, origins, sink);
    sections(policies.exceptions(), RedundantEntry::isSameException, origins, sink);
  }

  /** Whatever their reasons are, and whenever they end. */
  private static boolean isSameException(PolicyException one, PolicyException other) {
    return one.policy().equals(other.policy()) && one.object().equals(other.object());
  }

  private static <R extends Record> void sections(
      List<R> sections, BiPredicate<R, R> covers, Origins origins, DiagnosticSink sink) {
    compare(sections, covers, i -> origins.of(sections.get(i)), sink);
  }

  private static <E> void entries(
      Tenant tenant,
      Origins.Field<Tenant, List<E>> field,
      BiPredicate<E, E> covers,
      Origins origins,
      DiagnosticSink sink) {
    compare(field.apply(tenant), covers, i -> origins.of(tenant, field, i), sink);
  }

  /** Of two that say the same, the later one is superfluous. */
  private static <E> void compare(
      List<E> list, BiPredicate<E, E> covers, IntFunction<Origin> place, DiagnosticSink sink) {
    for (int i = 0; i < list.size(); i++) {
      OptionalInt other = covering(list, i, covers);
      if (other.isPresent()) {
        sink.report(
            place
                .apply(i)
                .finding(REDUNDANT_ENTRY, "another entry of the list says this too")
                .withRelated(place.apply(other.getAsInt()).range(), "the other entry")
                .withHelp("leave one of them out"));
      }
    }
  }

  private static <E> OptionalInt covering(List<E> list, int i, BiPredicate<E, E> covers) {
    E entry = list.get(i);
    return IntStream.range(0, list.size())
        .filter(j -> j != i && covers.test(list.get(j), entry))
        .filter(j -> j < i || !covers.test(entry, list.get(j)))
        .findFirst();
  }
}
