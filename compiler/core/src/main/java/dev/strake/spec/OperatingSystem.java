package dev.strake.spec;

import dev.strake.value.AbsolutePath;
import dev.strake.value.HostName;
import dev.strake.value.IpAddress;
import dev.strake.value.OsVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("The machines' operating system.")
public record OperatingSystem(
    @Doc(value = "The distribution.", byDefault = "ubuntu") Family family,
    @Doc("The distribution's release, in quotes: \"24.04\".") @Nullable OsVersion version,
    @Doc(
            value =
                "Disabled: turned off, as the kubelet asks. NoSwap: left on for the system, not for"
                    + " pods. LimitedSwap: burstable pods may use some.",
            byDefault = "Disabled")
        Swap swap,
    @Doc("Time servers. Absent: the distribution's own.") List<HostName> ntpServers,
    @Doc("Name servers. Absent: what the machine was given.") List<IpAddress> dnsServers,
    @Doc(
            "The resolv.conf that the kubelet hands to pods. Absent:"
                + " /run/systemd/resolve/resolv.conf on ubuntu, /etc/resolv.conf elsewhere.")
        @Nullable AbsolutePath resolvConf) {

  /** Distributions that bootstrap scripts are written for. */
  public enum Family {
    ubuntu,
    debian,
    rhel,
    rocky,
    almalinux
  }

  /** What becomes of swap. */
  public enum Swap {
    Disabled,
    NoSwap,
    LimitedSwap
  }
}
