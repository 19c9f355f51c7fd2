/**
 * Whether a live object does what it is there for.
 *
 * <p>There are two sets of rules. {@link dev.strake.sync.health.HealthRules#kstatus} is the
 * algorithm that kubectl's libraries and Flux have in common, to compare with. {@link
 * dev.strake.sync.health.HealthRules#honest} differs where that one says of an object that it is
 * current although it does not work yet, or waits for what will not come:
 *
 * <ul>
 *   <li>A Job is in progress until it is complete, not current while it runs.
 *   <li>A Service of type LoadBalancer is in progress until it has an address.
 *   <li>An Ingress is in progress until it has an address, but only if another Ingress of its class
 *       has one: many controllers never write any.
 *   <li>An APIService is in progress until it is available.
 *   <li>A HorizontalPodAutoscaler is in progress while it cannot scale. It fails only for a
 *       selector that is invalid: metrics that are missing come with the first pods.
 *   <li>A PersistentVolumeClaim that lost its volume has failed.
 *   <li>A Pod that failed has failed, and so has one whose init container crashes again and again.
 *   <li>A paused Deployment that is not rolled out has failed, as nothing will come of waiting,
 *       unless its manifest pauses it. One that is rolled out is judged by its replicas.
 * </ul>
 *
 * <p>One hole is in both: a custom resource without a status is current, also if its controller has
 * not seen it yet. {@link dev.strake.sync.health.CustomHealth} closes it kind by kind.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/README.md">kstatus</a>
 * @see <a
 *     href="https://argo-cd.readthedocs.io/en/stable/faq/#why-is-my-application-stuck-in-progressing-state">Ingress
 *     controllers that write no address</a>
 */
@NullMarked
package dev.strake.sync.health;

import org.jspecify.annotations.NullMarked;
