/**
 * What an agent tells of itself: metrics, logs, Kubernetes Events. None of them holds a byte of a
 * Secret or of a credential, and none is ended or disguised by what strangers write.
 */
@NullMarked
package dev.strake.sync.telemetry;

import org.jspecify.annotations.NullMarked;
