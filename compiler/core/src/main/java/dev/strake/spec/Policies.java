package dev.strake.spec;

import dev.strake.value.DnsLabel;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.GroupVersion;
import dev.strake.value.IsoDate;
import dev.strake.value.JsonPointer;
import dev.strake.value.KindName;
import dev.strake.value.PolicyId;
import dev.strake.value.RbacName;
import dev.strake.value.Sentence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Doc("Which policies judge the cluster's objects, and how.")
public record Policies(
    @Doc(value = "Which policies count.", byDefault = "default") Profile profile,
    @Doc("Settings of policies, by their ids; what each takes is in its page.")
        Map<PolicyId, PolicyParameters> parameters,
    @Doc("How serious a policy's findings are, where its own judgement does not fit.")
        Map<PolicyId, PolicyLevel> severities,
    @Doc("Kinds of custom resources that make pods, so that policies on pods judge these too.")
        List<PodTemplateKind> podTemplates,
    @Doc("Objects of other repositories, which references from here may name.")
        List<External> externals,
    @Doc("Objects that may break a policy, and why.") List<PolicyException> exceptions) {

  /** Which policies count. */
  public enum Profile {
    byDefault("default"),
    baseline("baseline"),
    restricted("restricted"),
    cis("cis"),
    all("all"),
    none("none");

    private final String text;

    Profile(String text) {
      this.text = text;
    }

    /** As the spec writes it. */
    @Override
    public String toString() {
      return text;
    }
  }

  /** How serious a finding is, from the worst on. */
  public enum PolicyLevel {
    critical,
    high,
    medium,
    low,
    info
  }

  @Doc("A kind of custom resources that makes pods.")
  public record PodTemplateKind(
      @Doc("The group of its API.") DnsSubdomain apiGroup,
      @Doc("The kind.") KindName kind,
      @Doc("Where its objects keep the template of their pods, such as /spec/template.")
          JsonPointer path) {}

  @Doc("An object of another repository.")
  public record External(
      @Doc("Its group and version. Absent: the kind alone says enough.")
          @Nullable GroupVersion apiVersion,
      @Doc("Its kind.") KindName kind,
      @Doc("Its namespace. Absent: it has none.") @Nullable DnsLabel namespace,
      @Doc("Its name.") RbacName name) {}

  @Doc("An object that may break a policy.")
  public record PolicyException(
      @Doc("The policy's id.") PolicyId policy,
      @Doc("The object.") ExceptedObject object,
      @Doc("Why, for whoever reads it later.") Sentence reason,
      @Doc("The last day on which it counts. Absent: it always does.") @Nullable IsoDate until) {}

  @Doc("An object that may break a policy.")
  public record ExceptedObject(
      @Doc("Its group and version. Absent: the kind alone says enough.")
          @Nullable GroupVersion apiVersion,
      @Doc("Its kind.") KindName kind,
      @Doc("Its namespace. Absent: it has none.") @Nullable DnsLabel namespace,
      @Doc("Its name. Absent: it has none, as a component's configuration has none.")
          @Nullable RbacName name,
      @Doc("One of its containers. Absent: the whole object.") @Nullable DnsLabel container) {}
}
