package dev.strake.check.pki;

import dev.strake.check.DatedCheck;
import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on certificates and authorities. */
public final class PkiChecks {

  private PkiChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new MissingAuthority(),
        new UnknownAuthority(),
        new CertificateLifetime(),
        new OutlivedAuthority(),
        new ExternalEtcdTrust(),
        new CertificateFiles(),
        new SharedAuthority());
  }

  /** Those that ask for the day. */
  public static List<DatedCheck> dated() {
    return List.of(new AuthorityExpiry());
  }
}
