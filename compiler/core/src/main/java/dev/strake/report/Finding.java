package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;

/** A diagnostic, and how other runs know it again. */
public record Finding(Diagnostic diagnostic, Fingerprint fingerprint) {}
