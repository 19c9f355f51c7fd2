package dev.strake.sync.health;

import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;

/** How the objects of one kind do. What holds for every kind was looked at before. */
@FunctionalInterface
interface HealthRule {

  Health judge(KubernetesObject object, Instant now);
}
