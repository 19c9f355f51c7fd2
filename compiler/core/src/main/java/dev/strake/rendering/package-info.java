/**
 * What turns users' overlays and charts into Kubernetes objects, seen from the compiler: tools that
 * come in from outside, and the places in users' files that their output leads back to.
 */
@NullMarked
package dev.strake.rendering;

import org.jspecify.annotations.NullMarked;
