package dev.strake.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.apply.Outcome;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.live.ClusterUnreachable;
import dev.strake.sync.plan.Plan;
import dev.strake.sync.plan.PlanFile;
import dev.strake.sync.plan.PlanText;
import dev.strake.sync.standin.ApiRequest;
import dev.strake.sync.standin.Fault;
import dev.strake.sync.standin.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a server says, however it quotes: no part of a Secret's value is in anything that a sync
 * shows, keeps or stores elsewhere. Values are told apart from all other text, so that twelve
 * characters of one in a row are a leak.
 *
 * @see <a href="https://github.com/argoproj/argo-cd/issues/16193">argo-cd 16193</a>
 */
final class SecretLeakTest {

  private static final String NAMESPACE =
      "{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'}}";

  private static final String PASSWORD = "Zq7-vX2_kL9.mP4wR8t";
  private static final String OLD = "Old3-xWv8_uTs5.rQp1n";

  /** Lines of their own, one of which a log would show without the others. */
  private static final String KEY =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg9J2Kd8Wq3Zt7yXhF
      uN0aVb6cRj5eLm1oPs4gTi8hQk2hRANCAATx3vZ9yC7bM5nK1lJ6hG8fD4sA2pOi
      -----END PRIVATE KEY-----
      """;

  private static final int PART = 12;

  @TempDir private Path folder;

  private static String encoded(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }

  private static String secret(String password) {
    return """
        {'apiVersion':'v1','kind':'Secret','metadata':{'name':'s','namespace':'shop'},
         'data':{'password':'%s','key':'%s'},'stringData':{'plain':'%s'}}
        """
        .formatted(encoded(password), encoded(KEY), password + "-plain");
  }

  private static final String DEPLOYMENT =
      """
      {'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'shop'},
       'spec':{'selector':{'matchLabels':{'app':'web'}},
        'template':{'metadata':{'labels':{'app':'web'}},
         'spec':{'containers':[{'name':'web','image':'example.com/web:1'}]}}}}
      """;

  private static DesiredSet set(String password) {
    return Scene.set(
        NAMESPACE,
        secret(password),
        DEPLOYMENT,
        "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c','namespace':'shop'},'data':{'a':'1'}}");
  }

  /** All ways to quote a value that the tests know of, and each cut off somewhere. */
  private static String quotes() {
    List<String> quotes = new ArrayList<>();
    for (String value : List.of(PASSWORD, PASSWORD + "-plain", KEY)) {
      quotes.add(value);
      quotes.add(encoded(value));
      quotes.add(value.replace("\n", "\\n"));
      quotes.add(encoded(value).substring(0, Math.min(20, encoded(value).length())));
      quotes.add(encoded(value).substring(3));
    }
    quotes.add(KEY.lines().skip(1).findFirst().orElseThrow());
    quotes.add(KEY.lines().skip(2).findFirst().orElseThrow().substring(10, 40));
    quotes.add(PASSWORD.substring(0, 15));
    return String.join("' and '", quotes);
  }

  private static void assertNothingOf(String text, String where) {
    for (String value : List.of(PASSWORD, OLD, PASSWORD + "-plain")) {
      assertNoPart(text, value, where);
      assertNoPart(text, encoded(value), where);
    }
    assertNoPart(text, encoded(KEY), where);
    KEY.lines()
        .filter(line -> !line.startsWith("-"))
        .forEach(line -> assertNoPart(text, line, where));
  }

  private static void assertNoPart(String text, String value, String where) {
    for (int i = 0; i + PART <= value.length(); i++) {
      String part = value.substring(i, i + PART);
      assertFalse(text.contains(part), () -> where + " has " + part + ":\n" + text);
    }
  }

  /** Everything that a sync says to anybody. */
  private String all(Scene scene, DesiredSet set) {
    StringBuilder all = new StringBuilder();
    try {
      Plan plan = scene.plan(set);
      all.append(PlanText.render(plan)).append(PlanFile.write(plan)).append(plan);
      SyncReport report = scene.sync(set);
      all.append(SyncText.render("shop", report));
      for (Outcome outcome : report.outcomes()) {
        all.append(SyncText.line(outcome).orElse("")).append(outcome.message());
      }
      all.append(report.deletions()).append(report.troubles());
      report.health().ifPresent(health -> all.append(health.troubles()));
    } catch (ClusterUnreachable e) {
      all.append(e).append(e.getMessage()).append(e.getCause());
    }
    return all.toString();
  }

  private static Function<ApiRequest, Optional<Fault>> refusing(
      Predicate<ApiRequest> which, int code, String quote) {
    return request ->
        which.test(request)
            ? Optional.of(
                new Fault.Answered(
                    code, Optional.empty(), "admission webhook denied: \"" + quote + "\" is bad"))
            : Optional.empty();
  }

  @Test
  void nothingOfItIsInWordsAboutTheSecret() {
    String quote = quotes();
    try (Scene scene = new Scene(folder).retrying(1)) {
      scene.sync(Scene.set(NAMESPACE));
      for (int code : List.of(400, 403, 409, 422, 500)) {
        scene.api().failing(refusing(request -> request.plural().equals("secrets"), code, quote));
        assertNothingOf(all(scene, set(PASSWORD)), code + " " + quote);
      }
    }
  }

  @Test
  void nothingOfItIsInWordsAboutSomethingElse() {
    String quote = quotes();
    try (Scene scene = new Scene(folder).retrying(1)) {
      scene.sync(Scene.set(NAMESPACE));
      for (boolean dry : List.of(true, false)) {
        scene
            .api()
            .failing(
                refusing(
                    request ->
                        request.method().equals("PATCH")
                            && request.plural().equals("deployments")
                            && request.isDry() == dry,
                    422,
                    quote));
        String said = all(scene, set(PASSWORD));
        assertTrue(said.contains("admission webhook denied"), said);
        assertNothingOf(said, "dry " + dry + " " + quote);
      }
    }
  }

  @Test
  void nothingOfItIsInTheExplanationOfWhatDoesNotWork() {
    String quote = quotes();
    try (Scene scene = new Scene(folder)) {
      scene.waiting(
          () ->
              scene
                  .api()
                  .change(
                      "controller",
                      "status",
                      "apps/v1",
                      "Deployment",
                      "shop/web",
                      live -> {
                        live.set(
                            "status",
                            Json.object(
                                "{'observedGeneration':1,'conditions':[{'type':'Progressing','status':'False','reason':'ProgressDeadlineExceeded'}]}"));
                        live.withObject("/status/conditions/0").put("message", "it said " + quote);
                      }));
      String said = all(scene, set(PASSWORD));
      assertTrue(said.contains("ProgressDeadlineExceeded"), said);
      assertNothingOf(said, quote);
    }
  }

  /** The live one has another value, also in kubectl's copy of the whole. */
  @Test
  void nothingOfTheValueBeforeIsShown() {
    try (Scene scene = new Scene(folder)) {
      scene.sync(Scene.set(NAMESPACE));
      var old = Json.object(secret(OLD));
      String copy = old.toString();
      old.withObject("/metadata/annotations")
          .put("kubectl.kubernetes.io/last-applied-configuration", copy);
      scene.api().put("kubectl-client-side-apply", old.toString());
      String said = all(scene, set(PASSWORD));
      assertTrue(said.contains("/data/password: (hidden) -> (hidden)"), said);
      assertNothingOf(said, "a change");
    }
  }

  @Test
  void nothingOfItIsAnywhereElseInTheCluster() {
    try (Scene scene = new Scene(folder)) {
      assertTrue(scene.sync(set(PASSWORD)).isComplete());
      assertTrue(scene.sync(Scene.set(NAMESPACE, DEPLOYMENT, secret(OLD))).isComplete());
      assertTrue(scene.isThere("v1", "Secret", "shop/s"));
      scene.api().delete("v1", "Secret", "shop/s");
      assertNothingOf(scene.api().everything(), "the cluster");
    }
  }

  /** Not even as a hash: few possible values could be tried until it fits. */
  @Test
  void theValueIsInNoDigest() {
    try (Scene scene = new Scene(folder)) {
      scene.sync(Scene.set(NAMESPACE));
      assertEquals(
          PlanFile.write(scene.plan(Scene.set(NAMESPACE, secret(PASSWORD)))),
          PlanFile.write(scene.plan(Scene.set(NAMESPACE, secret(OLD)))));
      String more = secret(PASSWORD).replace("'stringData':{", "'stringData':{'more':'x',");
      assertFalse(
          PlanFile.write(scene.plan(Scene.set(NAMESPACE, secret(PASSWORD))))
              .equals(PlanFile.write(scene.plan(Scene.set(NAMESPACE, more)))),
          "but which fields there are counts");
    }
  }
}
