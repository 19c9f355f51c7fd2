package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.standin.ApiStandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that somebody vouches for, with the real ssh-keygen at the other end. */
final class SignedPlanTest {

  @TempDir private Path folder;

  private ApiStandIn api;
  private String set = "";
  private String plan = "";

  @BeforeEach
  void start() throws IOException, InterruptedException {
    api = ApiStandIn.start();
    set = Files.createDirectories(folder.resolve("set")).toString();
    plan = folder.resolve("plan.json").toString();
    Files.writeString(
        folder.resolve("set/one.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: one, namespace: default}
        data: {a: "1"}
        """);
    keygen("-t", "ed25519", "-N", "", "-C", "ada", "-f", "ada");
    keygen("-t", "ed25519", "-N", "", "-C", "eve", "-f", "eve");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private String keygen(String... args) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("ssh-keygen", "-q"));
    line.addAll(List.of(args));
    Process process =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private CommandRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--kubeconfig", api.kubeconfig(folder).toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private String signers(String options, String key) throws IOException {
    String[] words = Files.readString(folder.resolve(key + ".pub")).split(" ", 3);
    return Files.writeString(
            folder.resolve("signers"),
            "ada@example.net " + options + words[0] + " " + words[1] + "\n")
        .toString();
  }

  private void planned(String key) {
    CommandRun run = run("plan", set, "--out", plan, "--sign-key", folder.resolve(key).toString());
    assertEquals(0, run.exitCode(), run.err());
  }

  /** Nothing is asked of a cluster for a plan of which nobody knows whose it is. */
  private void assertRefused(String why, String signers) {
    api.forgetRequests();
    CommandRun run = run("sync", set, "--plan", plan, "--allowed-signers", signers);
    assertEquals(1, run.exitCode(), run.out() + run.err());
    assertTrue(run.err().startsWith("strake: nothing was applied: the plan "), run.err());
    assertTrue(run.err().contains(why), run.err());
    assertEquals(List.of(), api.requests());
  }

  private void assertSynced(String signers) {
    CommandRun run = run("sync", set, "--plan", plan, "--allowed-signers", signers);
    assertEquals(0, run.exitCode(), run.out() + run.err());
    assertTrue(api.live("v1", "ConfigMap", "default/one").isPresent());
  }

  @Test
  void aPlanThatWeSignedIsGoodForOpenSshAndForUs() throws Exception {
    planned("ada");
    Process verify =
        new ProcessBuilder(
                List.of(
                    "ssh-keygen",
                    "-Y",
                    "verify",
                    "-f",
                    signers("", "ada"),
                    "-I",
                    "ada@example.net",
                    "-n",
                    "strake-plan",
                    "-s",
                    plan + ".sig"))
            .redirectInput(Path.of(plan).toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, verify.waitFor(), said);
    assertSynced(signers("namespaces=\"strake-plan\" ", "ada"));
  }

  @Test
  void aPlanThatOpenSshSignedIsGoodForUs() throws Exception {
    assertEquals(0, run("plan", set, "--out", plan).exitCode());
    assertFalse(Files.exists(Path.of(plan + ".sig")), "nobody was asked to sign");
    assertRefused("it is not signed: there is no " + plan + ".sig", signers("", "ada"));
    keygen("-Y", "sign", "-n", "strake-plan", "-f", "ada", plan);
    assertSynced(signers("", "ada"));
  }

  @Test
  void aPlanThatWasChangedIsRefusedAlsoIfItsOwnDigestIsRight() throws IOException {
    planned("ada");
    byte[] signed = Files.readAllBytes(Path.of(plan));
    Files.writeString(
        folder.resolve("set/one.yaml"),
        Files.readString(folder.resolve("set/one.yaml")).replace("\"1\"", "\"2\""));
    assertEquals(0, run("plan", set, "--out", plan).exitCode());
    assertFalse(Arrays.equals(signed, Files.readAllBytes(Path.of(plan))));
    assertRefused("the signature is not of this text", signers("", "ada"));
  }

  @Test
  void anotherKeyAnotherTimeAndAnotherPurposeAreRefused() throws Exception {
    planned("eve");
    assertRefused("is not among the allowed signers", signers("", "ada"));
    planned("ada");
    assertRefused("is not valid now", signers("valid-before=\"20200101Z\" ", "ada"));
    assertRefused("may not sign for 'strake-plan'", signers("namespaces=\"git\" ", "ada"));
    Files.delete(Path.of(plan + ".sig"));
    keygen("-Y", "sign", "-n", "git", "-f", "ada", plan);
    assertRefused("the signature is for 'git', and not for 'strake-plan'", signers("", "ada"));
    planned("ada");
    assertRefused("allowed signers cannot be read", folder.resolve("nowhere").toString());
  }

  @Test
  void optionsThatMeanNothingAloneCostNoRun() {
    CommandRun unkept = run("plan", set, "--sign-key", folder.resolve("ada").toString());
    assertEquals(2, unkept.exitCode());
    assertTrue(unkept.err().contains("name it with --out"), unkept.err());
    CommandRun noKey = run("plan", set, "--out", plan, "--sign-key", plan);
    assertEquals(2, noKey.exitCode());
    assertTrue(noKey.err().contains("is no file"), noKey.err());
    CommandRun noPlan = run("sync", set, "--allowed-signers", plan);
    assertEquals(2, noPlan.exitCode());
    assertTrue(noPlan.err().contains("name it with --plan"), noPlan.err());
    assertEquals(List.of(), api.requests());
  }
}
