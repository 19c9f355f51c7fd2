package dev.strake.spec;

import dev.strake.value.DnsSubdomain;

@Doc("Lets HTTP in from outside.")
public record IngressAddon(
    @Doc("Which controller runs.") Controller controller,
    @Doc("The name of its IngressClass.") DnsSubdomain className,
    @Doc(value = "How it is reached.", byDefault = "{}") IngressService service) {

  /** Controllers that are maintained. */
  public enum Controller {
    haproxyIngress("haproxy-ingress"),
    traefik("traefik"),
    contour("contour");

    private final String text;

    Controller(String text) {
      this.text = text;
    }

    /** As the spec writes it. */
    @Override
    public String toString() {
      return text;
    }
  }

  @Doc("How an ingress controller is reached.")
  public record IngressService(
      @Doc(
              value =
                  "LoadBalancer: an address of addons.loadBalancerPool. NodePort: on every node.",
              byDefault = "LoadBalancer")
          ServiceType type) {}

  /** Kinds of Services that are reached from outside. */
  public enum ServiceType {
    LoadBalancer,
    NodePort
  }
}
