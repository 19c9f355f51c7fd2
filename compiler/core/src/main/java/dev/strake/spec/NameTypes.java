package dev.strake.spec;

import static dev.strake.spec.ValueType.string;

import dev.strake.value.ArgumentName;
import dev.strake.value.BucketName;
import dev.strake.value.DnsLabel;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.EvictionSignal;
import dev.strake.value.GroupVersion;
import dev.strake.value.JsonPointer;
import dev.strake.value.KindName;
import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.value.PolicyId;
import dev.strake.value.ProvisionerName;
import dev.strake.value.RbacName;
import dev.strake.value.ResourceName;
import dev.strake.value.ResourceType;
import dev.strake.value.SecretKey;
import java.util.List;

/** Names of objects and of what belongs to them. */
final class NameTypes {

  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final String WORD = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
  private static final String QUALIFIED = "^(" + SUBDOMAIN + "/)?" + WORD + "$";

  static final List<ValueType<?>> ALL =
      List.of(
          string(
              DnsLabel.class,
              "a DNS label",
              "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
              DnsLabel::parse),
          string(DnsSubdomain.class, "a DNS subdomain", "^" + SUBDOMAIN + "$", DnsSubdomain::parse),
          string(LabelKey.class, "a label key", QUALIFIED, LabelKey::parse),
          string(LabelValue.class, "a label value", "^(" + WORD + ")?$", LabelValue::parse),
          string(ResourceName.class, "a resource", QUALIFIED, ResourceName::parse),
          string(ResourceType.class, "a kind of objects", "^[-a-z0-9.*]+$", ResourceType::parse),
          string(
              ProvisionerName.class, "a provisioner", "^[-A-Za-z0-9_./]+$", ProvisionerName::parse),
          string(
              ArgumentName.class,
              "a flag's name",
              "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
              ArgumentName::parse),
          string(SecretKey.class, "a Secret's key", "^[-A-Za-z0-9_.]{1,253}$", SecretKey::parse),
          string(RbacName.class, "a name", "^[^/%]+$", RbacName::parse),
          string(KindName.class, "a kind", "^[A-Z][A-Za-z0-9]{0,62}$", KindName::parse),
          string(
              GroupVersion.class,
              "an apiVersion",
              "^([-a-z0-9.]+/)?v[1-9][0-9a-z]*$",
              GroupVersion::parse),
          string(
              JsonPointer.class, "a path to a field", "^(/([^/~]|~[01])+)+$", JsonPointer::parse),
          string(PolicyId.class, "a policy's id", "^[-a-z0-9]+/[-a-z0-9]+$", PolicyId::parse),
          string(
              EvictionSignal.class,
              "an eviction signal",
              "^[A-Za-z]+\\.[A-Za-z]+$",
              EvictionSignal::parse),
          string(
              BucketName.class,
              "a bucket",
              "^[a-z0-9][-.a-z0-9]{1,61}[a-z0-9]$",
              BucketName::parse));

  private NameTypes() {}
}
