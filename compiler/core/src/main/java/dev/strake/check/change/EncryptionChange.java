package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ApiServer.Encryption;
import dev.strake.spec.Origin;
import dev.strake.value.ResourceType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Another encryption of stored objects. What is in etcd stays as it was written: an API server
 * without the old cipher or key cannot read it, and one with a new key leaves the rest as it is.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#rotating-a-decryption-key">Kubernetes:
 *     rotating a decryption key</a>
 */
final class EncryptionChange implements ChangeCheck {

  static final Code ENCRYPTION_LOST = Code.error("spec/encryption-lost");
  static final Code ENCRYPTION_KEYS_MOVED = Code.warning("spec/encryption-keys-moved");
  static final Code ENCRYPTION_EXISTING = Code.info("spec/encryption-existing");

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    ApiServer wasServer = before.spec().spec().controlPlane().apiServer();
    ApiServer server = after.spec().spec().controlPlane().apiServer();
    Encryption was = wasServer.encryption();
    Encryption becomes = server.encryption();
    if (was != null && becomes == null) {
      Origin place = after.origins().of(server, ApiServer::encryption);
      sink.report(
          place
              .finding(
                  ENCRYPTION_LOST,
                  "%s in etcd are encrypted, and without their keys no API server can read them"
                      .formatted(names(was.resources())))
              .withRelated(
                  before.origins().of(wasServer, ApiServer::encryption).range(), "as it was")
              .withHelp("write encryption again, as it was"));
    } else if (was == null && becomes != null) {
      existing(becomes.resources(), after.origins().of(server, ApiServer::encryption), sink);
    } else if (was != null && becomes != null) {
      compare(new Side(before, was), new Side(after, becomes), sink);
    }
  }

  private record Side(ResolvedCluster cluster, Encryption encryption) {}

  private static void compare(Side was, Side becomes, DiagnosticSink sink) {
    Encryption old = was.encryption;
    Encryption now = becomes.encryption;
    if (old.provider() != now.provider()) {
      sink.report(
          becomes
              .cluster
              .origins()
              .of(now, Encryption::provider)
              .finding(
                  ENCRYPTION_LOST,
                  "%s in etcd are encrypted with %s, which %s does not read"
                      .formatted(names(old.resources()), old.provider(), now.provider()))
              .withRelated(was.cluster.origins().of(old, Encryption::provider).range(), "as it was")
              .withHelp("write " + old.provider()));
    }
    List<ResourceType> left =
        old.resources().stream().filter(type -> !now.resources().contains(type)).toList();
    if (!left.isEmpty()) {
      sink.report(
          becomes
              .cluster
              .origins()
              .of(now, Encryption::resources)
              .finding(
                  ENCRYPTION_LOST,
                  "%s in etcd are encrypted, and no API server would decrypt them any more"
                      .formatted(names(left)))
              .withRelated(
                  was.cluster.origins().of(old, Encryption::resources).range(), "as it was")
              .withHelp("add %s to the list again".formatted(names(left))));
    }
    List<ResourceType> added =
        now.resources().stream().filter(type -> !old.resources().contains(type)).toList();
    if (!added.isEmpty()) {
      existing(added, becomes.cluster.origins().of(now, Encryption::resources), sink);
    }
    if (!old.keysRef().equals(now.keysRef())) {
      sink.report(
          becomes
              .cluster
              .origins()
              .of(now, Encryption::keysRef)
              .finding(
                  ENCRYPTION_KEYS_MOVED,
                  "the keys come from elsewhere; %s in etcd need those that they were written with"
                      .formatted(names(old.resources())))
              .withRelated(was.cluster.origins().of(old, Encryption::keysRef).range(), "as it was")
              .withHelp("see to it that the old key is among the new ones, behind the first"));
    }
  }

  private static void existing(List<ResourceType> types, Origin place, DiagnosticSink sink) {
    sink.report(
        place
            .finding(
                ENCRYPTION_EXISTING,
                "%s that are in etcd already stay unencrypted until they are written again"
                    .formatted(names(types)))
            .withHelp(
                types.stream()
                    .map(type -> "kubectl get %s -A -o json | kubectl replace -f -".formatted(type))
                    .collect(Collectors.joining("; ", "afterwards run ", ""))));
  }

  private static String names(List<ResourceType> types) {
    return types.stream().map(ResourceType::toString).collect(Collectors.joining(", "));
  }
}
