package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.value.IpAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * So many members of etcd go at once that those that stay are no majority. New ones do not help:
 * before they count, a majority of the old ones must have agreed to let them in. Of two members one
 * may go: there is no other way to one.
 *
 * @see <a href="https://etcd.io/docs/v3.6/op-guide/runtime-configuration/#remove-a-member">etcd:
 *     remove a member</a>
 */
final class QuorumLost implements ChangeCheck {

  static final Code QUORUM_LOST = Code.error("spec/quorum-lost");

  private static final int LEAST_MEMBERS = 3;

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    boolean isExternal = before.spec().spec().controlPlane().etcd().external() != null;
    List<ResolvedNode> members = before.controlPlaneNodes().toList();
    Set<Member> remaining = after.controlPlaneNodes().map(Member::of).collect(Collectors.toSet());
    List<ResolvedNode> gone =
        members.stream().filter(member -> !remaining.contains(Member.of(member))).toList();
    int stay = members.size() - gone.size();
    int majority = members.size() / 2 + 1;
    if (isExternal || members.size() < LEAST_MEMBERS || stay >= majority) {
      return;
    }
    Diagnostic finding =
        NodeChanges.missing(after, gone.get(0))
            .finding(
                QUORUM_LOST,
                "of %s members of etcd %s %s, and a majority is %s"
                    .formatted(members.size(), stay, stay == 1 ? "stays" : "stay", majority));
    for (ResolvedNode member : gone) {
      finding =
          finding.withRelated(
              NodeChanges.named(before, member).range(), member.name() + ", as it was");
    }
    sink.report(finding.withHelp(help(gone, majority - stay)));
  }

  private static String help(List<ResolvedNode> gone, int tooMany) {
    String names = gone.stream().map(ResolvedNode::name).collect(Collectors.joining(", "));
    return "keep %s as they were for now, and go on when the others have left"
        .formatted(tooMany == gone.size() ? names : "%s of %s".formatted(tooMany, names));
  }

  /** One that has another name or address is another member. */
  private record Member(String name, IpAddress address) {
    static Member of(ResolvedNode node) {
      return new Member(node.name(), node.node().address());
    }
  }
}
