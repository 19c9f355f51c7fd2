/**
 * Helm charts and Kustomize overlays turned into plain manifests, with the file that each came
 * from.
 *
 * <p>Rendering runs in a child process with an empty environment, no network and bounds on time and
 * memory. A chart that cannot be rendered is a finding, never a silence.
 */
@NullMarked
package dev.strake.render;

import org.jspecify.annotations.NullMarked;
