package dev.strake.check.entry;

import dev.strake.check.SpecCheck;
import dev.strake.check.tenant.SourceFolder;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.Account;
import dev.strake.spec.ClusterNamespace.RoleGrant;
import dev.strake.spec.ClusterNamespace.RoleRef;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.spec.Policies;
import dev.strake.spec.Tenant;
import dev.strake.value.HostPattern;
import dev.strake.value.ImageRepository;
import dev.strake.value.RelativePath;
import java.util.ArrayList;
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
    entries(spec, ClusterSpec::sources, RedundantEntry::contains, origins, sink);
    for (ClusterNamespace namespace : spec.namespaces()) {
      grants(namespace, origins, sink);
    }
    for (Tenant tenant : spec.tenants()) {
      entries(tenant, Tenant::namespaces, Objects::equals, origins, sink);
      entries(tenant, Tenant::sources, RedundantEntry::contains, origins, sink);
      entries(tenant, Tenant::allowedRegistries, ImageRepository::covers, origins, sink);
      entries(tenant, Tenant::allowedIngressHosts, HostPattern::covers, origins, sink);
    }
    Policies policies = spec.policies();
    sections(policies.externals(), Covering::covers, origins, sink);
    sections(policies.exceptions(), Covering::covers, origins, sink);
  }

  private static boolean contains(RelativePath folder, RelativePath other) {
    return SourceFolder.of(folder).contains(SourceFolder.of(other));
  }

  private static void grants(ClusterNamespace namespace, Origins origins, DiagnosticSink sink) {
    List<RoleGrant> grants = new ArrayList<>();
    List<Origin> places = new ArrayList<>();
    for (Account account : namespace.serviceAccounts()) {
      RoleRef role = account.roleRef();
      if (role != null) {
        grants.add(Covering.grant(account, role));
        places.add(origins.of(role));
      }
    }
    for (RoleGrant grant : namespace.roleBindings()) {
      grants.add(grant);
      places.add(origins.of(grant));
    }
    compare(
        grants,
        (one, other) -> Covering.isSameGrant(one, other, namespace.name()),
        places::get,
        i -> "this",
        sink);
  }

  private static <R extends Record> void sections(
      List<R> sections, BiPredicate<R, R> covers, Origins origins, DiagnosticSink sink) {
    compare(sections, covers, i -> origins.of(sections.get(i)), i -> "this", sink);
  }

  private static <R extends Record, E> void entries(
      R section,
      Origins.Field<R, List<E>> field,
      BiPredicate<E, E> covers,
      Origins origins,
      DiagnosticSink sink) {
    List<E> list = field.apply(section);
    compare(list, covers, i -> origins.of(section, field, i), i -> list.get(i).toString(), sink);
  }

  /** Of two that say the same, the later one is superfluous. */
  private static <E> void compare(
      List<E> list,
      BiPredicate<E, E> covers,
      IntFunction<Origin> place,
      IntFunction<String> name,
      DiagnosticSink sink) {
    for (int i = 0; i < list.size(); i++) {
      OptionalInt other = covering(list, i, covers);
      if (other.isPresent()) {
        sink.report(
            place
                .apply(i)
                .finding(REDUNDANT_ENTRY, "another entry of the list covers " + name.apply(i))
                .withRelated(place.apply(other.getAsInt()).range(), "the other entry")
                .withHelp("leave this one out: the other says as much"));
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
