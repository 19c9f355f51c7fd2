package dev.strake.sync.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.doctor.Finding.Verdict;
import dev.strake.sync.plan.PlanText;
import java.util.List;

/** Findings for people, and for scripts. */
public final class FindingsText {

  private static final int VERSION = 1;
  private static final int VERDICT = 9;
  private static final int SUBJECT = 12;

  private FindingsText() {}

  /** A line each, its help below it, and at the end how many are not well. */
  public static String render(List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : findings) {
      String line =
          padded(finding.verdict().id(), VERDICT)
              + padded(finding.subject(), SUBJECT)
              + finding.message();
      out.append(PlanText.shown(line)).append('\n');
      if (!finding.help().isEmpty()) {
        String help = " ".repeat(VERDICT + SUBJECT) + finding.help();
        out.append(PlanText.shown(help)).append('\n');
      }
    }
    return out.append('\n')
        .append(count(findings, Verdict.PROBLEM))
        .append(" problems, ")
        .append(count(findings, Verdict.WARNING))
        .append(" warnings\n")
        .toString();
  }

  private static String padded(String word, int width) {
    return word + " ".repeat(Math.max(1, width - word.length()));
  }

  /** {@code {"version":1,"summary":{...},"checks":[...]}}, every key always there. */
  public static String renderJson(List<Finding> findings) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode summary = root.put("version", VERSION).putObject("summary");
    for (Verdict verdict : Verdict.values()) {
      summary.put(verdict.id(), count(findings, verdict));
    }
    ArrayNode checks = root.putArray("checks");
    for (Finding finding : findings) {
      checks
          .addObject()
          .put("subject", finding.subject())
          .put("verdict", finding.verdict().id())
          .put("message", finding.message())
          .put("help", finding.help());
    }
    return root.toPrettyString() + "\n";
  }

  private static long count(List<Finding> findings, Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }
}
