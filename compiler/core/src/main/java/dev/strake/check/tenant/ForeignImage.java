package dev.strake.check.tenant;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.spec.Tenant;
import dev.strake.value.ImageRepository;
import dev.strake.value.Quoted;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An image that a tenant takes from elsewhere than it may. What is no image's name does not pass;
 * in a kind that only its operator understands, a foreign image is a warning, because it may be
 * none.
 */
final class ForeignImage implements BoundaryRule {

  static final Code FOREIGN_IMAGE = Code.error("compile/foreign-image");

  /** Kinds whose fields mean nothing to Kubernetes. */
  private static final Set<String> OF_USERS = Set.of("v1 ConfigMap", "v1 Secret");

  @Override
  public void check(TenantPlace tenant, Manifest object, DiagnosticSink sink) {
    List<ImageRepository> allowed = tenant.tenant().allowedRegistries();
    String kind = object.ref().apiVersion() + " " + object.ref().kind();
    if (allowed.isEmpty() || OF_USERS.contains(kind)) {
      return;
    }
    for (ImageFields.Field field : ImageFields.of(object.root())) {
      if (!isAllowed(field.image(), allowed)) {
        report(tenant, object, field, sink);
      }
    }
  }

  private static boolean isAllowed(String image, List<ImageRepository> allowed) {
    return ImageRepository.ofImage(image)
        .match(from -> allowed.stream().anyMatch(one -> one.covers(from)), bad -> false);
  }

  private static void report(
      TenantPlace tenant, Manifest object, ImageFields.Field field, DiagnosticSink sink) {
    String from =
        ImageRepository.ofImage(field.image())
            .match(
                found -> "the image is from " + found,
                bad -> "%s is not %s".formatted(Quoted.of(field.image()), bad.reason()));
    String own =
        tenant.tenant().allowedRegistries().stream()
            .map(ImageRepository::toString)
            .collect(Collectors.joining(" or "));
    sink.report(
        tenant
            .limited(
                object.finding(
                    FOREIGN_IMAGE,
                    field.path(),
                    "%s, and the tenant %s may use those below %s"
                        .formatted(from, tenant.name(), own)),
                Tenant::allowedRegistries)
            .withSeverity(field.certain() ? Severity.ERROR : Severity.WARNING)
            .withHelp(
                "copy the image to %s, and name it from there"
                    .formatted(tenant.tenant().allowedRegistries().get(0))));
  }
}
