/**
 * Tenants: what the spec says of them, and whether their manifests stay within it. Whoever writes a
 * tenant's manifests is not trusted to.
 */
@NullMarked
package dev.strake.check.tenant;

import org.jspecify.annotations.NullMarked;
