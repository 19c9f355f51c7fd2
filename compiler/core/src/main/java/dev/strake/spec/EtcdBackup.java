package dev.strake.spec;

import dev.strake.value.AbsolutePath;
import dev.strake.value.BucketName;
import dev.strake.value.GoDuration;
import dev.strake.value.HttpsUrl;
import dev.strake.value.SystemdCalendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("Snapshots of etcd.")
public sealed interface EtcdBackup {

  @Doc("A systemd timer on the machines that run etcd.")
  record SystemdTimer(
      @Doc("When, as systemd's OnCalendar writes it: *-*-* 02:00:00.") SystemdCalendar schedule,
      @Doc(
              value = "Delays each run by up to this long, so that members do not run at once.",
              byDefault = "10m")
          GoDuration randomizedDelay,
      @Doc(value = "Which members take snapshots.", byDefault = "All") Members members,
      @Doc(value = "Where snapshots are kept on the machine.", byDefault = "/var/backups/etcd")
          AbsolutePath directory,
      @Doc(value = "How many snapshots are kept on the machine.", byDefault = "14")
          @Range(min = 1, max = 10000)
          Integer keep,
      @Doc("How each snapshot is tried before it counts.") List<Verification> verify,
      @Doc(value = "Saves /etc/kubernetes/pki with it; then encrypt.", byDefault = "false")
          Boolean includePKI,
      @Doc("Encrypts what is saved. Absent: it is not encrypted.") @Nullable Encryption encryption,
      @Doc("Where snapshots are sent. Absent: they stay on the machine.") @Nullable Upload upload)
      implements EtcdBackup {}

  @Doc("No snapshots are taken.")
  record None() implements EtcdBackup {}

  /** Which members take snapshots. */
  enum Members {
    All,
    First
  }

  /** How a snapshot is tried. */
  enum Verification {
    snapshotStatus("snapshot-status"),
    restoreDryRun("restore-dry-run");

    private final String text;

    Verification(String text) {
      this.text = text;
    }

    /** As the spec writes it. */
    @Override
    public String toString() {
      return text;
    }
  }

  @Doc("Encrypts what is saved, by age.")
  record Encryption(@Doc("For whom.") RecipientsRef recipientsRef) {}

  @Doc("Where snapshots are sent.")
  sealed interface Upload {

    @Doc("An S3 bucket.")
    record S3(
        @Doc("The bucket.") BucketName bucket,
        @Doc("The service's URL. Absent: Amazon's.") @Nullable HttpsUrl endpoint,
        @Doc("The service's region, where it asks for one.") @Nullable String region,
        @Doc("Who may write to the bucket.") SecretKeyRef credentialsRef)
        implements Upload {}
  }
}
