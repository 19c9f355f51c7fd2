package dev.strake.spec;

import dev.strake.value.CountOrPercent;
import dev.strake.value.GoDuration;

@Doc("How the cluster goes from one version to the next.")
public record Upgrade(
    @Doc(value = "How many machines at a time.", byDefault = "{}") Strategy strategy,
    @Doc(value = "How a machine is emptied.", byDefault = "{}") Drain drain,
    @Doc(value = "Whether etcd is backed up before anything else.", byDefault = "Required")
        PreUpgradeBackup preUpgradeBackup) {

  @Doc("How many machines at a time.")
  public record Strategy(
      @Doc(value = "Control planes one after the other.", byDefault = "Serial")
          ControlPlaneStrategy controlPlane,
      @Doc(value = "Workers.", byDefault = "{}") Workers workers) {}

  /** How control planes follow each other. */
  public enum ControlPlaneStrategy {
    Serial
  }

  @Doc("How many workers at a time.")
  public record Workers(
      @Doc(value = "The most that are away at once: a number, or 25%.", byDefault = "1")
          CountOrPercent maxUnavailable) {}

  @Doc("How a machine is emptied, by kubectl drain's names.")
  public record Drain(
      @Doc(value = "How long it may take.", byDefault = "10m") GoDuration timeout,
      @Doc(value = "Leaves pods of DaemonSets alone.", byDefault = "true") Boolean ignoreDaemonSets,
      @Doc(value = "Ends pods with emptyDir volumes, whose data is lost.", byDefault = "true")
          Boolean deleteEmptyDirData,
      @Doc(
              value = "Deletes pods instead of evicting them, and so ignores disruption budgets.",
              byDefault = "false")
          Boolean disableEviction) {}

  /** Whether there is a backup before an upgrade. */
  public enum PreUpgradeBackup {
    Required,
    Skipped
  }
}
