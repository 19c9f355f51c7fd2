/**
 * What is known of releases: which Kubernetes is supported until when, and what goes with it. All
 * of it is data, in the tables of this package's resources, each with its sources; a release that
 * is newer than the tables is answered with what was true of the newest in them, or with nothing.
 */
@NullMarked
package dev.strake.versions;

import org.jspecify.annotations.NullMarked;
