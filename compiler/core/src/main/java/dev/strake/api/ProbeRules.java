package dev.strake.api;

import java.util.List;

/**
 * Probes and hooks of containers.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateProbe,
 *     validateHandler and validateLifecycle in validation.go</a>
 */
final class ProbeRules {

  private static final List<String> PROBE_HANDLERS =
      List.of("exec", "httpGet", "tcpSocket", "grpc");
  private static final List<String> HOOK_HANDLERS =
      List.of("exec", "httpGet", "tcpSocket", "sleep");
  private static final List<String> SCHEMES = List.of("HTTP", "HTTPS");

  private ProbeRules() {}

  /** The hooks and probes of a container that may have them. */
  static void checkAll(Cursor container, PodScope pod) {
    Cursor hooks = container.field("lifecycle");
    if (hooks.isSet()) {
      checkHook(hooks.field("postStart"), pod);
      checkHook(hooks.field("preStop"), pod);
    }
    for (String name : List.of("livenessProbe", "startupProbe")) {
      Cursor probe = container.field(name);
      checkProbe(probe);
      Cursor successes = probe.field("successThreshold");
      // The server makes 1 of 0.
      if (successes.integerOr(1) > 1) {
        successes.invalid(ApiCode.OUT_OF_RANGE, "must be 1");
      }
    }
    Cursor readiness = container.field("readinessProbe");
    checkProbe(readiness);
    if (readiness.field("terminationGracePeriodSeconds").isSet()) {
      readiness.field("terminationGracePeriodSeconds").forbidden("in a readinessProbe");
    }
  }

  private static void checkProbe(Cursor probe) {
    if (!probe.isMapping()) {
      return;
    }
    Sources.checkExactlyOne(probe, PROBE_HANDLERS);
    checkHandlers(probe);
    Check.notNegative(
        probe,
        "initialDelaySeconds",
        "timeoutSeconds",
        "periodSeconds",
        "successThreshold",
        "failureThreshold");
    Cursor grace = probe.field("terminationGracePeriodSeconds");
    if (grace.integerOr(1) <= 0) {
      grace.invalid(ApiCode.OUT_OF_RANGE, "must be more than 0");
    }
  }

  private static void checkHook(Cursor hook, PodScope pod) {
    if (!hook.isMapping()) {
      return;
    }
    Sources.checkExactlyOne(hook, HOOK_HANDLERS);
    checkHandlers(hook);
    if (hook.field("sleep").isMapping()) {
      checkSleep(hook.field("sleep", "seconds"), pod);
    }
  }

  /** validateSleepAction; 0 is allowed since 1.33. */
  private static void checkSleep(Cursor seconds, PodScope pod) {
    long least = pod.context().isSince(33) ? 0 : 1;
    long value = seconds.integerOr(seconds.isSet() ? least : 0);
    if (value < least || value > pod.graceSeconds()) {
      seconds.invalid(
          ApiCode.OUT_OF_RANGE,
          "must be from %s to the pod's terminationGracePeriodSeconds, which is %s"
              .formatted(least, pod.graceSeconds()));
    }
  }

  private static void checkHandlers(Cursor handlers) {
    if (handlers.field("exec").isMapping()) {
      Check.required(handlers.field("exec"), "command");
    }
    if (handlers.field("httpGet").isMapping()) {
      checkHttp(handlers.field("httpGet"));
    }
    if (handlers.field("tcpSocket").isMapping()) {
      Check.portOrName(handlers.field("tcpSocket", "port"));
    }
    if (handlers.field("grpc").isMapping()) {
      Check.portOrName(handlers.field("grpc", "port"));
    }
  }

  /** validateHTTPGetAction; the server fills in the path and the scheme. */
  private static void checkHttp(Cursor request) {
    Check.portOrName(request.field("port"));
    Check.oneOfOrEmpty(request.field("scheme"), SCHEMES);
    for (Cursor header : request.field("httpHeaders").items()) {
      Check.shapeEvenEmpty(header.field("name"), Texts::headerProblem);
    }
  }
}
