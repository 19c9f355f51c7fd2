package dev.strake.policy;

import dev.strake.diagnostic.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a policy matters, in the five levels that its author chooses from. */
public enum PolicySeverity {
  CRITICAL(Severity.ERROR),
  HIGH(Severity.ERROR),
  MEDIUM(Severity.WARNING),
  LOW(Severity.INFO),
  INFO(Severity.INFO);

  private final Severity findings;

  PolicySeverity(Severity findings) {
    this.findings = findings;
  }

  /** What its findings weigh unless the user says otherwise. */
  public Severity findings() {
    return findings;
  }

  /** As it is written: {@code critical}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty if there is no such level. */
  public static Optional<PolicySeverity> parse(String id) {
    return Arrays.stream(values()).filter(severity -> severity.id().equals(id)).findFirst();
  }
}
