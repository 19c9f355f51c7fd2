/**
 * What users say of the health of custom kinds. It is read once, so that what a check accepts is
 * what a sync goes by.
 */
@NullMarked
package dev.strake.health;

import org.jspecify.annotations.NullMarked;
