/**
 * The load balancer before the API servers: HAProxy's configuration as a small typed model, one
 * class a section, and one place that knows how HAProxy's language quotes.
 *
 * @see <a href="https://docs.haproxy.org/2.6/configuration.html">HAProxy's configuration manual</a>
 */
@NullMarked
package dev.strake.generate.loadbalancer;

import org.jspecify.annotations.NullMarked;
