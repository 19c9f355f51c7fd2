package dev.strake.generate.controlplane;

import java.util.List;

/** How components that listen let clients speak to them: CIS 1.2.29 and 4.2.12. */
public final class TransportSecurity {

  /** As Go names it. */
  public static final String LEAST_VERSION = "VersionTLS12";

  /**
   * The suites of TLS 1.2 with forward secrecy and authenticated encryption; those of TLS 1.3 are
   * not for choosing.
   */
  public static final List<String> CIPHER_SUITES =
      List.of(
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private TransportSecurity() {}
}
