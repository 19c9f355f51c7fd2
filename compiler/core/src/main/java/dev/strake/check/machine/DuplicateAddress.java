package dev.strake.check.machine;

import dev.strake.check.Repeated;
import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;

/**
 * Two machines of one address, or a machine with the router's address or the virtual one. Whoever
 * answers ARP last gets the packets, so that the cluster works until it does not.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5227">RFC 5227: address conflicts</a>
 */
final class DuplicateAddress implements SpecCheck {

  static final Code DUPLICATE_ADDRESS = Code.error("spec/duplicate-address");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Repeated addresses =
        new Repeated(DUPLICATE_ADDRESS, "give it a free address of the machine network", sink);
    for (NetworkAddress used : NetworkAddress.of(cluster)) {
      addresses.add(used.address(), used::whose, "address", used.place());
    }
  }
}
