/** Certificates and authorities, and who may believe in them. */
@NullMarked
package dev.strake.check.pki;

import org.jspecify.annotations.NullMarked;
