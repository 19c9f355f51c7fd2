/**
 * Checks on what the spec says as a whole: each a class of its own, in a package of its subject,
 * with one code, one page that explains it, and fixtures on both sides of its boundary.
 */
@NullMarked
package dev.strake.check;

import org.jspecify.annotations.NullMarked;
