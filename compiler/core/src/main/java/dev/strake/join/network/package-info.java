/** Services, Ingresses and NetworkPolicies, and the pods that they mean. */
@NullMarked
package dev.strake.join.network;

import org.jspecify.annotations.NullMarked;
