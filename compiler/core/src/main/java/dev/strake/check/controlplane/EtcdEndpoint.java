package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Etcd;
import dev.strake.spec.Origin;
import dev.strake.value.HttpsUrl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An endpoint of an external etcd that is most likely not what was meant: without a port, with that
 * of the members among themselves, with a path, or written twice.
 *
 * @see <a href="https://etcd.io/docs/v3.6/op-guide/configuration/#clustering">etcd: client and peer
 *     URLs</a>
 */
final class EtcdEndpoint implements SpecCheck {

  static final Code ETCD_ENDPOINT = Code.warning("spec/etcd-endpoint");

  private static final String SCHEME = "https://";
  private static final String CLIENTS = ":2379";
  private static final String PEERS = ":2380";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Etcd.External external = cluster.spec().spec().controlPlane().etcd().external();
    if (external == null) {
      return;
    }
    List<HttpsUrl> endpoints = external.endpoints();
    Map<String, Origin> seen = new HashMap<>();
    for (int i = 0; i < endpoints.size(); i++) {
      Origin place = cluster.origins().of(external, Etcd.External::endpoints, i);
      HttpsUrl endpoint = endpoints.get(i);
      Origin first = seen.putIfAbsent(withPort(endpoint), place);
      if (first != null) {
        sink.report(twice(endpoint, place, first));
      } else {
        form(endpoint, place, sink);
      }
    }
  }

  private static Diagnostic twice(HttpsUrl endpoint, Origin place, Origin first) {
    return place
        .finding(ETCD_ENDPOINT, "the endpoint %s is there twice".formatted(endpoint))
        .withRelated(first.range(), "the same member")
        .withHelp("write each member once");
  }

  private static void form(HttpsUrl endpoint, Origin place, DiagnosticSink sink) {
    String authority = endpoint.authority();
    String path = endpoint.text().substring(SCHEME.length() + authority.length());
    if (!hasPort(authority)) {
      sink.report(
          place
              .finding(
                  ETCD_ENDPOINT,
                  "%s names no port, so that API servers connect to 443".formatted(endpoint))
              .withHelp("write " + SCHEME + authority + CLIENTS));
    } else if (authority.endsWith(PEERS)) {
      sink.report(
          place
              .finding(
                  ETCD_ENDPOINT,
                  "2380 is where members of etcd talk to each other; clients are not answered there")
              .withHelp("write " + SCHEME + host(authority) + CLIENTS));
    } else if (!path.isEmpty() && !path.equals("/")) {
      sink.report(
          place
              .finding(ETCD_ENDPOINT, "etcd has no path, and %s names one".formatted(endpoint))
              .withHelp("write " + SCHEME + authority));
    }
  }

  private static String withPort(HttpsUrl endpoint) {
    String authority = endpoint.authority();
    return hasPort(authority) ? authority : authority + ":443";
  }

  private static boolean hasPort(String authority) {
    return authority.lastIndexOf(':') > authority.lastIndexOf(']');
  }

  private static String host(String authority) {
    return authority.substring(0, authority.lastIndexOf(':'));
  }
}
