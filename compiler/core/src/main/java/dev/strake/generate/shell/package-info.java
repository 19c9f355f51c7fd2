/**
 * Bash scripts: settings that come from the spec, quoted in one place; functions that are files of
 * their own, never filled in; and the steps that call them.
 */
@NullMarked
package dev.strake.generate.shell;

import org.jspecify.annotations.NullMarked;
