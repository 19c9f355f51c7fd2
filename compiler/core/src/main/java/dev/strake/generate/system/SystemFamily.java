package dev.strake.generate.system;

import dev.strake.spec.OperatingSystem.Family;

/** Distributions that are set up in the same way. */
public enum SystemFamily {
  DEBIAN,
  RED_HAT;

  public static SystemFamily of(Family family) {
    return switch (family) {
      case ubuntu, debian -> DEBIAN;
      case rhel, rocky, almalinux -> RED_HAT;
    };
  }
}
