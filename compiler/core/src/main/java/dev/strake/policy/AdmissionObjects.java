package dev.strake.policy;

import java.util.List;

/** What a policy becomes in the cluster. */
public record AdmissionObjects(
    ValidatingAdmissionPolicy policy, ValidatingAdmissionPolicyBinding binding) {

  /** Both, in the order in which they should be applied. */
  public List<Record> all() {
    return List.of(policy, binding);
  }
}
