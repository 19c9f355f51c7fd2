/**
 * The built-in policies, and what reads folders of policies: {@code <category>/<name>/} with {@code
 * policy.yaml}, a page for people, and cases that pass and that fail.
 */
@NullMarked
package dev.strake.policies;

import org.jspecify.annotations.NullMarked;
