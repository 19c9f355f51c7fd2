package dev.strake.spec;

import dev.strake.value.DnsSubdomain;
import dev.strake.value.ProvisionerName;
import java.util.List;
import java.util.Map;

@Doc("Storage that pods can ask for.")
public record Storage(@Doc("Storage classes.") List<StorageClass> classes) {

  @Doc("A storage class.")
  public record StorageClass(
      @Doc("The class's name.") DnsSubdomain name,
      @Doc(value = "Is meant by claims that name no class.", byDefault = "false") @Key("default")
          Boolean isDefault,
      @Doc("Who makes the volumes: a CSI driver's name.") ProvisionerName provisioner,
      @Doc(value = "What becomes of a volume whose claim is deleted.", byDefault = "Delete")
          ReclaimPolicy reclaimPolicy,
      @Doc(value = "Claims may grow.", byDefault = "false") Boolean allowVolumeExpansion,
      @Doc(value = "When a volume is made.", byDefault = "Immediate")
          VolumeBindingMode volumeBindingMode,
      @Doc("The provisioner's own parameters.") Map<String, String> parameters,
      @Doc("Mount options of its volumes.") List<String> mountOptions) {}

  /** What becomes of a volume whose claim is deleted. */
  public enum ReclaimPolicy {
    Delete,
    Retain
  }

  /** When a volume is made. */
  public enum VolumeBindingMode {
    Immediate,
    WaitForFirstConsumer
  }
}
