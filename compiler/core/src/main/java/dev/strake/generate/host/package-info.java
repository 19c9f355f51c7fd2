/** What hosts have in common, whether they are nodes or load balancers. */
@NullMarked
package dev.strake.generate.host;

import org.jspecify.annotations.NullMarked;
