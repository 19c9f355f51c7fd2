package dev.strake.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

final class BeClosed extends ArchCondition<JavaClass> {

  BeClosed() {
    super("be final, sealed, records, enums or interfaces");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (!isClosed(type)) {
      events.add(SimpleConditionEvent.violated(type, type.getName() + " can be extended by all"));
    }
  }

  private static boolean isClosed(JavaClass type) {
    return type.isInterface()
        || type.isEnum()
        || type.isAnonymousClass()
        || type.getModifiers().contains(JavaModifier.FINAL)
        // The imported model of a class does not tell what it permits.
        || type.reflect().isSealed();
  }
}
