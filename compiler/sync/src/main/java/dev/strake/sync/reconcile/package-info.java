/**
 * What an agent does with one cluster, step by step: a commit is fetched, verified, compiled,
 * planned, applied and waited for. Decisions are pure functions of what is known and of the time;
 * the steps themselves come in from outside.
 */
@NullMarked
package dev.strake.sync.reconcile;

import org.jspecify.annotations.NullMarked;
