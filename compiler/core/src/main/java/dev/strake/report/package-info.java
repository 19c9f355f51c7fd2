/**
 * What was found, for people and for machines. Each format is a pure function of the findings, one
 * class each, listed in {@link dev.strake.report.ReportFormats}.
 */
@NullMarked
package dev.strake.report;

import org.jspecify.annotations.NullMarked;
