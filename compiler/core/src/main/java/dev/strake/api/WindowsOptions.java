package dev.strake.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is said about Windows in security contexts.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateWindowsSecurityContextOptions
 *     and validateWindowsHostProcessPod in validation.go</a>
 */
final class WindowsOptions {

  private static final int MOST_SPEC_BYTES = 64 * 1024;
  private static final int LONGEST_DOMAIN = 255;
  private static final int LONGEST_USER = 104;
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");
  private static final Pattern NET_BIOS =
      Pattern.compile("[^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]{0,14}");
  private static final String DNS_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
  private static final Pattern DNS = Pattern.compile(DNS_LABEL + "(?:\\." + DNS_LABEL + ")*");
  private static final Pattern BAD_USER = Pattern.compile("[\"/\\\\:;|=,+*?<>@\\[\\]]");
  private static final Pattern DOTS = Pattern.compile("[. ]+");

  private WindowsOptions() {}

  static void check(Cursor options) {
    if (!options.isMapping()) {
      return;
    }
    Cursor specName = options.field("gmsaCredentialSpecName");
    if (specName.isSet()) {
      Check.shapeEvenEmpty(specName, Texts::subdomainProblem);
    }
    Cursor spec = options.field("gmsaCredentialSpec");
    int size = Texts.bytes(spec.text());
    if (spec.isText() && (size == 0 || size > MOST_SPEC_BYTES)) {
      spec.report(ApiCode.TOO_LONG, spec.path() + " must have from 1 to 65536 bytes");
    }
    Cursor user = options.field("runAsUserName");
    if (user.isText()) {
      Check.shapeEvenEmpty(user, WindowsOptions::userProblem);
    }
  }

  private static @Nullable String userProblem(String text) {
    String[] parts = text.split("\\\\", -1);
    if (text.isEmpty() || CONTROL.matcher(text).find() || parts.length > 2) {
      return "a user of Windows: write USER or DOMAIN\\USER";
    }
    String user = parts[parts.length - 1];
    if (parts.length == 2 && !isDomain(parts[0])) {
      return "a user of Windows: its domain is neither a NetBIOS nor a DNS name";
    }
    boolean bad =
        user.isEmpty()
            || Texts.bytes(user) > LONGEST_USER
            || DOTS.matcher(user).matches()
            || BAD_USER.matcher(user).find();
    return bad
        ? "a user of Windows: its name has 1 to 104 characters, none of \"/\\:;|=,+*?<>@[]"
        : null;
  }

  private static boolean isDomain(String text) {
    return Texts.bytes(text) <= LONGEST_DOMAIN
        && (NET_BIOS.matcher(text).matches() || DNS.matcher(text).matches());
  }

  /** Containers that run as processes of the node are all alike, and use its network. */
  static void checkHostProcess(Cursor spec) {
    Cursor ofPod = hostProcess(spec);
    List<Cursor> containers = new ArrayList<>(spec.field("initContainers").items());
    containers.addAll(spec.field("containers").items());
    int count = 0;
    for (Cursor container : containers) {
      Cursor own = hostProcess(container);
      boolean differs = (own.isTrue() && ofPod.isFalse()) || (own.isFalse() && ofPod.isTrue());
      if (differs) {
        own.invalid("must be what the pod's security context says");
      }
      count += own.isTrue() || (!own.isSet() && ofPod.isTrue()) ? 1 : 0;
    }
    if (count > 0 && count != containers.size()) {
      spec.report(
          ApiCode.INVALID_VALUE,
          "either all containers are hostProcess containers or none of them");
    }
    if (count > 0 && !spec.field("hostNetwork").isTrue()) {
      spec.field("hostNetwork").missing("hostProcess containers need hostNetwork: true");
    }
  }

  private static Cursor hostProcess(Cursor holder) {
    return holder.field("securityContext", "windowsOptions", "hostProcess");
  }
}
