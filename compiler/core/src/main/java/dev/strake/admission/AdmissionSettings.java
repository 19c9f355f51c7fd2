package dev.strake.admission;

import dev.strake.diagnostic.Severity;
import dev.strake.policy.PolicySelection;
import java.util.Map;

/**
 * Which of the users' admission policies count, and how much.
 *
 * @param selection of codes; they belong to every profile but {@code none}
 * @param severities of findings, by their codes, where the binding's action does not fit
 */
public record AdmissionSettings(PolicySelection selection, Map<String, Severity> severities) {

  public AdmissionSettings {
    severities = Map.copyOf(severities);
  }

  /** Whether nothing is judged at all. */
  public boolean isOff() {
    return selection.profile().equals("none");
  }

  boolean selects(String id) {
    return selection.selects(id);
  }

  Severity severity(String id, Severity byAction) {
    return severities.getOrDefault(id, byAction);
  }
}
