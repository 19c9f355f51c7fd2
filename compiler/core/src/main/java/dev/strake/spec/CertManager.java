package dev.strake.spec;

import dev.strake.value.DnsSubdomain;
import dev.strake.value.EmailAddress;
import dev.strake.value.HttpsUrl;
import java.util.List;

@Doc("Certificates from issuers, by cert-manager.")
public record CertManager(
    @Doc("Issuers that all namespaces may use.") List<ClusterIssuer> clusterIssuers) {

  @Doc("An issuer that all namespaces may use.")
  public record ClusterIssuer(
      @Doc("The issuer's name.") DnsSubdomain name,
      @Doc("A certificate authority that speaks ACME.") Acme acme) {}

  @Doc("A certificate authority that speaks ACME.")
  public record Acme(
      @Doc("Who is told when a certificate is about to expire.") EmailAddress email,
      @Doc(
              value = "The authority's directory.",
              byDefault = "https://acme-v02.api.letsencrypt.org/directory")
          HttpsUrl server,
      @Doc("How it is shown that a name is ours.") Solver solver) {}

  @Doc("How it is shown that a name is ours.")
  public record Solver(@Doc("Over HTTP, through an ingress.") Http01 http01) {}

  @Doc("Over HTTP, through an ingress.")
  public record Http01(@Doc("The IngressClass that answers.") DnsSubdomain ingressClassName) {}
}
