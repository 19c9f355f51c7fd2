package dev.strake.check.machine;

import dev.strake.check.SpecCheck;
import java.util.List;

/** All checks on machines' names and addresses. */
public final class MachineChecks {

  private MachineChecks() {}

  public static List<SpecCheck> all() {
    return List.of(
        new DuplicateAddress(),
        new DuplicateMac(),
        new DuplicateName(),
        new AddressOutsideNetwork(),
        new UnusableAddress(),
        new NodeFamilies(),
        new ApproverPrefixes());
  }
}
