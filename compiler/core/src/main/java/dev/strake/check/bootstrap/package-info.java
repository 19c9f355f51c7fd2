/** How machines become nodes, and what their system must have. */
@NullMarked
package dev.strake.check.bootstrap;

import org.jspecify.annotations.NullMarked;
