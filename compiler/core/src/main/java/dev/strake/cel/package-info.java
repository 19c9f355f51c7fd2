/**
 * CEL as Kubernetes evaluates it: the standard functions, optionals, strings and the API server's
 * own libraries. The only package that sees the CEL library; nothing of it is in a public
 * signature.
 *
 * <p>Compiling needs a type checker and is slow to start; evaluating does not. So expressions that
 * are known at build time are kept as {@link dev.strake.cel.CheckedExpression#toBytes() bytes}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/cel/">Common Expression Language in
 *     Kubernetes</a>
 */
@NullMarked
package dev.strake.cel;

import org.jspecify.annotations.NullMarked;
