/**
 * The operating system below a node: kernel modules and settings, name servers, time, and where
 * packages come from. Files that programs read, and the few facts that a script needs to make them
 * take effect.
 */
@NullMarked
package dev.strake.generate.system;

import org.jspecify.annotations.NullMarked;
