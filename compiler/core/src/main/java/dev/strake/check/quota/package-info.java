/** What namespaces may use: limit ranges within quotas, quotas within what the machines offer. */
@NullMarked
package dev.strake.check.quota;

import org.jspecify.annotations.NullMarked;
