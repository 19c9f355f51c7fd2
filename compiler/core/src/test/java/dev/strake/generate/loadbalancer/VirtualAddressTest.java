package dev.strake.generate.loadbalancer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * HAProxy and keepalived themselves on two hosts of a small network: whatever fails on the host
 * with the virtual address, the other one carries it, and gives it back. A client asks a second
 * time at most.
 */
@Tag("slow")
class VirtualAddressTest {

  private static final long LIMIT_MINUTES = 5;

  /** What is started here sees a network, mounts and processes of its own, which end with it. */
  private static final String[] APART = {
    "unshare", "--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"
  };

  @TempDir Path folder;

  @BeforeAll
  static void needsNamespaces() {
    HaproxyProcess.assumeInstalled();
    Program.assumeInstalled("keepalived", "--version");
    Program.assumeInstalled(apart("ip link add veth-a type veth peer name veth-b"));
  }

  private static String[] apart(String script) {
    String[] command = new String[APART.length + 3];
    System.arraycopy(APART, 0, command, 0, APART.length);
    command[APART.length] = "bash";
    command[APART.length + 1] = "-c";
    command[APART.length + 2] = script;
    return command;
  }

  @ParameterizedTest
  @ValueSource(strings = {"unicast", "multicast", "ipv6"})
  void clientsAreServedWhateverFails(String scenario) throws Exception {
    ProcessBuilder builder =
        // Java looks once whether there is IPv6, and finds it at loopback.
        new ProcessBuilder(
            apart("ip link set lo up && exec \"$JAVA\" $MAIN \"$SCENARIO\" \"$FOLDER\""));
    builder.environment().put("JAVA", java());
    builder.environment().put("CLASSPATH", classPath());
    builder.environment().put("MAIN", FailoverScenario.class.getName());
    builder.environment().put("SCENARIO", scenario);
    builder.environment().put("FOLDER", folder.toString());
    Path log = folder.resolve("scenario.log");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError((ended ? "" : "no end\n") + Files.readString(log));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
