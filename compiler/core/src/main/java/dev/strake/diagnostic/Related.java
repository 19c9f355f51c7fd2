package dev.strake.diagnostic;

import dev.strake.source.SourceRange;

/** Another place that a finding is about, such as the other half of a conflict. */
public record Related(SourceRange range, String message) {}
