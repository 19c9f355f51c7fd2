/**
 * Git repositories as source trees: the files of a revision without a checkout, merge bases, which
 * ranges a change touched, copies of remote repositories, and who has signed what they hold.
 *
 * <p>Nothing outside the repository takes part: user and system configuration, hooks, filters and
 * attributes that would run a program are ignored, so that reading an untrusted branch runs nothing
 * from it.
 */
@NullMarked
package dev.strake.git;

import org.jspecify.annotations.NullMarked;
