package dev.strake.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Claims of devices, of their own or as templates, in the versions that list requests: those of
 * before 1.33 have a request's fields beside its name, newer ones inside exactly. Counted are the
 * names and lists; what selectors say is not looked at.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/resource/validation/validation.go">validateDeviceClaim
 *     in validation.go</a>
 */
final class DeviceClaimRules implements ObjectRules {

  private static final int MOST = 32;
  private static final int MOST_SUBREQUESTS = 8;
  private static final String EXACTLY = "exactly";
  private static final String FIRST = "firstAvailable";

  /** Versions that have a request's fields inside exactly. */
  private static final List<String> NESTED =
      List.of("resource.k8s.io/v1", "resource.k8s.io/v1beta2");

  private final List<String> toSpec;

  private DeviceClaimRules(List<String> toSpec) {
    this.toSpec = toSpec;
  }

  static DeviceClaimRules ofClaims() {
    return new DeviceClaimRules(List.of("spec"));
  }

  static DeviceClaimRules ofTemplates() {
    return new DeviceClaimRules(List.of("spec", "spec"));
  }

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object;
    for (String field : toSpec) {
      spec = spec.field(field);
    }
    if (toSpec.size() > 1) {
      Labels.check(object.field("spec", "metadata", "labels"));
      Labels.checkAnnotations(object.field("spec", "metadata", "annotations"));
    }
    Cursor devices = spec.field("devices");
    Seen names = new Seen();
    Check.atMost(devices.field("requests"), MOST);
    boolean nested = NESTED.contains(object.field("apiVersion").text());
    for (Cursor request : devices.field("requests").items()) {
      checkRequest(request, names, nested);
    }
    Check.atMost(devices.field("constraints"), MOST);
    Check.atMost(devices.field("config"), MOST);
  }

  /** validateDeviceRequest. */
  private static void checkRequest(Cursor request, Seen names, boolean nested) {
    if (request.isSet() && !request.isMapping()) {
      return;
    }
    Cursor name = request.field("name");
    Check.requiredShape(name, Texts::labelProblem);
    names.add(name, name.text(), "a request named " + name.text());
    Cursor alternatives = request.field(FIRST);
    @Nullable Cursor exact = nested ? request.field(EXACTLY) : null;
    if (exact != null) {
      Sources.checkExactlyOne(request, List.of(EXACTLY, FIRST));
      checkDevices(exact);
    } else if (!alternatives.isSet()) {
      checkDevices(request);
    }
    Check.atMost(alternatives, MOST_SUBREQUESTS);
    Seen subNames = new Seen();
    for (Cursor alternative : alternatives.items()) {
      Cursor subName = alternative.field("name");
      Check.requiredShape(subName, Texts::labelProblem);
      subNames.add(subName, subName.text(), "a request named " + subName.text());
      checkDevices(alternative);
    }
  }

  /** validateDeviceClass, validateDeviceAllocationMode and the count, of which 0 is 1. */
  private static void checkDevices(Cursor request) {
    if (!request.isMapping()) {
      return;
    }
    Check.requiredShape(request.field("deviceClassName"), Texts::subdomainProblem);
    Check.atMost(request.field("selectors"), MOST);
    Cursor mode = request.field("allocationMode");
    Cursor count = request.field("count");
    Check.oneOfOrEmpty(mode, List.of("All", "ExactCount"));
    if (mode.is("All") && count.integerOr(0) != 0) {
      count.forbidden("with the mode All");
    } else {
      Check.notNegative(count);
    }
  }
}
