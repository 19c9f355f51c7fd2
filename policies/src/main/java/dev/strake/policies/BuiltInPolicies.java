package dev.strake.policies;

import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.PolicyArchive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The policies that come with Strake, compiled when it was built. */
public final class BuiltInPolicies {

  /** Where the build puts them, on the class path. */
  public static final String RESOURCE = "dev/strake/policies/built-in.policies";

  private BuiltInPolicies() {}

  /** All of them, by id. Parses no YAML and builds no CEL compiler. */
  public static List<CompiledPolicy> load() {
    try (InputStream in = BuiltInPolicies.class.getResourceAsStream("/" + RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("built without policies: " + RESOURCE + " is missing");
      }
      return PolicyArchive.decode(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
