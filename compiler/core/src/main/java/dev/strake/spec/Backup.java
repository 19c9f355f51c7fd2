package dev.strake.spec;

import dev.strake.value.BucketName;
import dev.strake.value.CronSchedule;
import dev.strake.value.GoDuration;
import org.jspecify.annotations.Nullable;

@Doc("What is saved, when, and where to.")
public record Backup(
    @Doc("Snapshots of etcd. Absent: none are taken.") @Nullable EtcdBackup etcd,
    @Doc("Objects and volumes, by Velero. Absent: they are not saved.") @Nullable Velero velero) {

  @Doc("Backups of objects and volumes by Velero; vendor its chart.")
  public record Velero(
      @Doc("When, as cron writes it: 0 3 * * *.") CronSchedule schedule,
      @Doc(value = "How long a backup is kept.", byDefault = "720h") GoDuration ttl,
      @Doc("The bucket that holds the backups.") BucketName bucket,
      @Doc("Who may write to the bucket.") SecretKeyRef credentialsRef) {}
}
