package dev.strake.spec;

import static dev.strake.spec.ValueType.string;

import dev.strake.value.AbsolutePath;
import dev.strake.value.ChartName;
import dev.strake.value.ChartRepository;
import dev.strake.value.DebRevision;
import dev.strake.value.ImageReference;
import dev.strake.value.ImageRepository;
import dev.strake.value.KubernetesVersion;
import dev.strake.value.OsVersion;
import dev.strake.value.Parsed;
import dev.strake.value.PodSecurityVersion;
import dev.strake.value.RegistryHost;
import dev.strake.value.RelativePath;
import dev.strake.value.SemanticVersion;
import dev.strake.value.Sentence;
import java.util.List;

/** Texts, files, versions, and where software comes from. */
final class SourceTypes {

  static final List<ValueType<?>> ALL =
      List.of(
          string(String.class, "a string", "", Parsed::ok),
          string(
              AbsolutePath.class,
              "an absolute path",
              "^/[^\\u0000-\\u001f]*$",
              AbsolutePath::parse),
          string(RelativePath.class, "a path in the repository", "^[^/]", RelativePath::parse),
          string(
              KubernetesVersion.class,
              "a Kubernetes version",
              "^v[0-9]+\\.[0-9]+\\.[0-9]+$",
              KubernetesVersion::parse),
          string(
              PodSecurityVersion.class,
              "a version of the Pod Security Standards",
              "^(latest|v1\\.[0-9]+)$",
              PodSecurityVersion::parse),
          string(
              SemanticVersion.class,
              "a version",
              "^v?[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?$",
              SemanticVersion::parse),
          string(
              OsVersion.class,
              "a distribution's release",
              "^[0-9]+(\\.[0-9]+){0,2}$",
              OsVersion::parse),
          string(
              DebRevision.class,
              "a package revision",
              "^[0-9A-Za-z.+~]{1,32}$",
              DebRevision::parse),
          string(ImageReference.class, "an image", "^[^ ]+/[^ ]+[:@][^ ]+$", ImageReference::parse),
          string(ImageRepository.class, "an image repository", "^[^ @]+$", ImageRepository::parse),
          string(RegistryHost.class, "a registry", "^[^ /@]+$", RegistryHost::parse),
          string(
              ChartRepository.class,
              "a chart repository",
              "^(https|oci)://[^@?#]+$",
              ChartRepository::parse),
          string(ChartName.class, "a chart's name", "^[-a-z0-9._/]+$", ChartName::parse),
          string(Sentence.class, "a text", "", Sentence::parse));

  private SourceTypes() {}
}
