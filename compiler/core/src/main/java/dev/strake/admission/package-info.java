/**
 * ValidatingAdmissionPolicies that users wrote, judged before the merge as an API server judges
 * them: bindings, parameters, conditions and expressions.
 */
@NullMarked
package dev.strake.admission;

import org.jspecify.annotations.NullMarked;
