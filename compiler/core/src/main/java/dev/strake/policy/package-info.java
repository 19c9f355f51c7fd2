/**
 * Best practice as data: policies are read from YAML, judged on every manifest before the merge,
 * and compiled to ValidatingAdmissionPolicies, so that the cluster enforces the same rule.
 */
@NullMarked
package dev.strake.policy;

import org.jspecify.annotations.NullMarked;
