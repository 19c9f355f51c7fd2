/**
 * What a spec means once every default, inheritance and derived value is in it. Checks and
 * generators see nothing else, so that no two of them can disagree about a default.
 */
@NullMarked
package dev.strake.resolve;

import org.jspecify.annotations.NullMarked;
