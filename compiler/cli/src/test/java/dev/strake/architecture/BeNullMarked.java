package dev.strake.architecture;

import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

final class BeNullMarked extends ArchCondition<JavaPackage> {

  BeNullMarked() {
    super("be @NullMarked in their package-info.java");
  }

  @Override
  public void check(JavaPackage ours, ConditionEvents events) {
    if (!ours.isAnnotatedWith(NullMarked.class)) {
      events.add(SimpleConditionEvent.violated(ours, ours.getName() + " is not @NullMarked"));
    }
  }
}
