/**
 * Strake's goals for Maven builds: parameters in, log lines out.
 *
 * <p>A goal gives the same findings for the same inputs as the command of its name.
 */
@NullMarked
package dev.strake.maven;

import org.jspecify.annotations.NullMarked;
