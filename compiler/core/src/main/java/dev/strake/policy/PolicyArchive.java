package dev.strake.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Compiled policies as bytes. Reading them parses no YAML and builds no CEL compiler; expressions
 * stay bytes until an object needs them. Both sides belong to one build, so there is no promise
 * between versions.
 */
public final class PolicyArchive {

  private static final int MAGIC = 0x53504f31;

  private PolicyArchive() {}

  /** The same policies always give the same bytes. */
  public static byte[] encode(List<CompiledPolicy> policies) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      List<ObjectKind> kinds = kindsOf(policies);
      PolicyOutput output = new PolicyOutput(out, kinds);
      output.list(kinds, output::kind);
      output.list(policies, output::policy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<ObjectKind> kindsOf(List<CompiledPolicy> policies) {
    Set<ObjectKind> kinds = new LinkedHashSet<>();
    policies.forEach(compiled -> kinds.addAll(compiled.policy().kinds()));
    return List.copyOf(kinds);
  }

  /**
   * What {@link #encode} was given.
   *
   * @throws IllegalArgumentException if the bytes are of another build
   */
  public static List<CompiledPolicy> decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC) {
        throw new IllegalArgumentException("not an archive of policies");
      }
      return new PolicyInput(in).policies();
    } catch (IOException e) {
      throw new IllegalArgumentException("a damaged archive of policies", e);
    }
  }
}
