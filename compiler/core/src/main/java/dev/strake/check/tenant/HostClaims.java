package dev.strake.check.tenant;

import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The host names that an object claims, by the kind of object: those of Kubernetes, of the Gateway
 * API, and of the ingress controllers and the mesh that Strake can set up. Other kinds claim none
 * that is known.
 */
final class HostClaims {

  private static final NodePath SPEC = NodePath.of("spec");

  private static final Map<String, Function<Manifest, List<HostClaim>>> KINDS =
      Map.ofEntries(
          Map.entry("networking.k8s.io/Ingress", HostClaims::ofIngress),
          Map.entry("extensions/Ingress", HostClaims::ofIngress),
          Map.entry("gateway.networking.k8s.io/HTTPRoute", HostClaims::ofRoute),
          Map.entry("gateway.networking.k8s.io/GRPCRoute", HostClaims::ofRoute),
          Map.entry("gateway.networking.k8s.io/TLSRoute", HostClaims::ofRoute),
          Map.entry("gateway.networking.k8s.io/Gateway", HostClaims::ofListeners),
          Map.entry("gateway.networking.k8s.io/ListenerSet", HostClaims::ofListeners),
          Map.entry("gateway.networking.x-k8s.io/XListenerSet", HostClaims::ofListeners),
          Map.entry("projectcontour.io/HTTPProxy", HostClaims::ofProxy),
          Map.entry("traefik.io/IngressRoute", HostClaims::ofTraefik),
          Map.entry("traefik.io/IngressRouteTCP", HostClaims::ofTraefik),
          Map.entry("traefik.containo.us/IngressRoute", HostClaims::ofTraefik),
          Map.entry("traefik.containo.us/IngressRouteTCP", HostClaims::ofTraefik),
          Map.entry("networking.istio.io/Gateway", HostClaims::ofMeshGateway),
          Map.entry("networking.istio.io/VirtualService", HostClaims::ofMeshService));

  /**
   * @see <a
   *     href="https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/">external-dns:
   *     annotations</a>
   */
  private static final List<String> DNS_ANNOTATIONS =
      List.of(
          "external-dns.alpha.kubernetes.io/hostname",
          "external-dns.alpha.kubernetes.io/internal-hostname");

  private HostClaims() {}

  static List<HostClaim> of(Manifest object) {
    String apiVersion = object.ref().apiVersion();
    String group = apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    Function<Manifest, List<HostClaim>> kind = KINDS.get(group + "/" + object.ref().kind());
    return Stream.concat(
            kind == null ? Stream.empty() : kind.apply(object).stream(), ofAnnotations(object))
        .toList();
  }

  /** Names that external-dns enters for the object, whatever its kind: Services and Pods too. */
  private static Stream<HostClaim> ofAnnotations(Manifest object) {
    return DNS_ANNOTATIONS.stream()
        .map(name -> NodePath.of("metadata", "annotations").key(name))
        .filter(path -> object.find(path).isPresent())
        .flatMap(
            path ->
                Stream.of(text(object, path).split(",", -1))
                    .map(host -> HostClaim.of(path, host.strip())));
  }

  private static List<HostClaim> ofIngress(Manifest object) {
    List<HostClaim> claims = new ArrayList<>();
    List<NodePath> rules = items(object, SPEC.key("rules"));
    rules.forEach(rule -> claims.add(named(object, rule, "host")));
    NodePath byDefault = SPEC.key("defaultBackend");
    if (rules.isEmpty() || object.find(byDefault).isPresent()) {
      claims.add(HostClaim.ofAll(byDefault));
    }
    items(object, SPEC.key("tls")).forEach(tls -> claims.addAll(texts(object, tls.key("hosts"))));
    claims.addAll(IngressAliases.of(object));
    return claims;
  }

  /** A route that names no host takes all those of its listeners. */
  private static List<HostClaim> ofRoute(Manifest object) {
    List<HostClaim> claims = texts(object, SPEC.key("hostnames"));
    return claims.isEmpty() ? List.of(HostClaim.ofAll(SPEC.key("hostnames"))) : claims;
  }

  private static List<HostClaim> ofListeners(Manifest object) {
    return items(object, SPEC.key("listeners")).stream()
        .map(listener -> named(object, listener, "hostname"))
        .toList();
  }

  /** A proxy without a virtual host is part of another's. */
  private static List<HostClaim> ofProxy(Manifest object) {
    NodePath host = SPEC.key("virtualhost");
    return object.find(host).isPresent() ? List.of(named(object, host, "fqdn")) : List.of();
  }

  private static List<HostClaim> ofTraefik(Manifest object) {
    return items(object, SPEC.key("routes")).stream()
        .map(route -> route.key("match"))
        .flatMap(
            match ->
                TraefikRule.hosts(text(object, match))
                    .map(hosts -> hosts.stream().map(host -> HostClaim.of(match, host)))
                    .orElseGet(() -> Stream.of(HostClaim.ofAll(match))))
        .toList();
  }

  /** With a namespace before a slash, the hosts are for services of that namespace. */
  private static List<HostClaim> ofMeshGateway(Manifest object) {
    return items(object, SPEC.key("servers")).stream()
        .flatMap(server -> texts(object, server.key("hosts")).stream())
        .map(
            claim ->
                claim
                    .host()
                    .map(host -> HostClaim.of(claim.path(), host.substring(host.indexOf('/') + 1)))
                    .orElse(claim))
        .toList();
  }

  /** Without a gateway of its own, the hosts are names within the mesh. */
  private static List<HostClaim> ofMeshService(Manifest object) {
    boolean outside =
        texts(object, SPEC.key("gateways")).stream()
            .anyMatch(gateway -> !gateway.host().equals(Optional.of("mesh")));
    return outside ? texts(object, SPEC.key("hosts")) : List.of();
  }

  private static HostClaim named(Manifest object, NodePath at, String field) {
    return HostClaim.of(at.key(field), text(object, at.key(field)));
  }

  /** Empty if there is no text. */
  private static String text(Manifest object, NodePath path) {
    return object
        .find(path)
        .filter(YamlScalar.class::isInstance)
        .map(YamlScalar.class::cast)
        .filter(scalar -> !scalar.isNull())
        .map(YamlScalar::value)
        .orElse("");
  }

  private static List<HostClaim> texts(Manifest object, NodePath list) {
    return places(object, list).stream()
        .map(path -> HostClaim.of(path, text(object, path)))
        .toList();
  }

  private static List<NodePath> items(Manifest object, NodePath list) {
    return places(object, list).stream()
        .filter(path -> object.find(path).filter(YamlMapping.class::isInstance).isPresent())
        .toList();
  }

  private static List<NodePath> places(Manifest object, NodePath list) {
    YamlNode node = object.find(list).orElse(null);
    List<NodePath> paths = new ArrayList<>();
    if (node instanceof YamlSequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        paths.add(list.index(i));
      }
    }
    return paths;
  }
}
