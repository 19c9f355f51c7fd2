/** What stands before the API servers, and where clients look for them. */
@NullMarked
package dev.strake.check.loadbalancer;

import org.jspecify.annotations.NullMarked;
