package dev.strake.sync.plan;

import java.util.List;

/**
 * A plan, and how it is carried out.
 *
 * @param waves steps that are done at once, one wave after the other; together, all of the plan
 *     that is no deletion
 */
public record PlanRun(Plan plan, List<List<Step>> waves) {

  public PlanRun {
    waves = waves.stream().map(List::copyOf).toList();
  }
}
