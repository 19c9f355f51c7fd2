package dev.strake.report;

import java.util.List;
import java.util.Optional;

/** Every format there is. */
public final class ReportFormats {

  /** In the order in which help texts name them; the first is the default. */
  public static final List<ReportFormat> ALL = List.of(new TextReport(), new JsonReport());

  private ReportFormats() {}

  public static Optional<ReportFormat> named(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
  }
}
