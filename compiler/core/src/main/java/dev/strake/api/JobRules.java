package dev.strake.api;

import dev.strake.value.DnsLabel;
import dev.strake.value.Parsed;
import java.util.List;
import java.util.Set;

/**
 * Jobs, with the selector and the labels that the server generates.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/batch/validation/validation.go">ValidateJob
 *     in validation.go</a>
 */
final class JobRules implements ObjectRules {

  private static final List<String> NAME_LABELS =
      List.of("job-name", "batch.kubernetes.io/job-name");
  private static final List<String> UID_LABELS =
      List.of("controller-uid", "batch.kubernetes.io/controller-uid");
  private static final int LONGEST_LABEL = 63;

  @Override
  public void check(Cursor job, ApiContext context) {
    Cursor spec = job.field("spec");
    JobSpecRules.check(spec, true, context);
    if (spec.field("manualSelector").isTrue()) {
      checkManualSelector(spec);
    } else {
      checkGenerated(job, spec);
    }
    checkIndexedName(job.field("metadata", "name"), spec);
  }

  private static void checkManualSelector(Cursor spec) {
    Cursor selector = spec.field("selector");
    if (!selector.isSet()) {
      selector.missing("manualSelector asks for one");
    }
    Selectors.check(selector);
    Selectors.checkMatches(selector, spec.field("template", "metadata", "labels"));
  }

  /** validateGeneratedSelector: the labels are the job's name and a new identity. */
  private static void checkGenerated(Cursor job, Cursor spec) {
    Cursor name = job.field("metadata", "name");
    Cursor labels = spec.field("template", "metadata", "labels");
    for (Cursor label : labels.values()) {
      if (UID_LABELS.contains(label.key())) {
        label.forbidden("unless manualSelector is true: the server sets it");
      } else if (NAME_LABELS.contains(label.key())
          && !name.isBlank()
          && label.isText()
          && !label.text().equals(name.text())) {
        label.invalid("must be the job's name");
      }
    }
    if (Texts.bytes(name.text()) > LONGEST_LABEL) {
      name.report(
          ApiCode.INVALID_NAME,
          name.path() + " becomes a label of the job's pods, and has more than 63 characters");
    }
    checkUserSelector(spec.field("selector"), name);
    checkUserRequirements(spec.field("selector", "matchExpressions"), labels);
  }

  /** A selector is added to the generated one, and may ask only for generated labels. */
  private static void checkUserSelector(Cursor selector, Cursor name) {
    Selectors.check(selector);
    Set<String> generated = Set.copyOf(NAME_LABELS);
    for (Cursor label : selector.field("matchLabels").values()) {
      boolean ok = generated.contains(label.key()) && label.text().equals(name.text());
      if (!ok) {
        label.forbidden("unless manualSelector is true: the server generates the selector");
      }
    }
  }

  /**
   * Requirements have to be met by the generated labels alone, and by the template's with them. Of
   * the generated ones, the identities are not known here.
   */
  private static void checkUserRequirements(Cursor requirements, Cursor labels) {
    for (Cursor requirement : requirements.items()) {
      String key = requirement.field("key").text();
      boolean generated = NAME_LABELS.contains(key) || UID_LABELS.contains(key);
      boolean met =
          switch (requirement.field("operator").text()) {
            case "In" -> NAME_LABELS.contains(key);
            case "Exists" -> generated;
            case "DoesNotExist" -> !generated && !labels.field(key).isSet();
            default -> true;
          };
      if (!met) {
        requirement.forbidden("unless manualSelector is true: the server generates the selector");
      }
    }
  }

  /** The name of the last pod of an indexed job is its host name. */
  private static void checkIndexedName(Cursor name, Cursor spec) {
    long completions = spec.field("completions").integerOr(JobSpecRules.defaultCompletions(spec));
    boolean indexed = spec.field("completionMode").is("Indexed") && completions > 0;
    if (indexed && !name.isBlank() && name.isText()) {
      String host = name.text() + "-" + (completions - 1);
      boolean sound = NameRule.SUBDOMAIN.problem(name.text(), ApiContext.ofMinor(36)) == null;
      if (sound && DnsLabel.parse(host) instanceof Parsed.Bad<?> bad) {
        name.report(ApiCode.INVALID_NAME, "the host name " + Texts.isNot(host, bad.reason()));
      }
    }
  }
}
