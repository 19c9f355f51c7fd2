package dev.strake.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class MentionNoMapOfObjects extends ArchCondition<JavaCodeUnit> {

  MentionNoMapOfObjects() {
    super("not mention Map<String, Object> where others see it");
  }

  @Override
  public void check(JavaCodeUnit unit, ConditionEvents events) {
    boolean seen =
        unit.getModifiers().contains(JavaModifier.PUBLIC)
            || unit.getModifiers().contains(JavaModifier.PROTECTED);
    boolean mentions =
        Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()))
            .anyMatch(MentionNoMapOfObjects::mentions);
    if (seen && mentions) {
      String message = unit.getFullName() + " mentions Map<String, Object>";
      events.add(SimpleConditionEvent.violated(unit, message));
    }
  }

  private static boolean mentions(JavaType type) {
    if (type instanceof JavaParameterizedType generic) {
      return isMapOfObjects(generic)
          || generic.getActualTypeArguments().stream().anyMatch(MentionNoMapOfObjects::mentions);
    }
    return type instanceof JavaWildcardType wildcard
        && wildcard.getUpperBounds().stream().anyMatch(MentionNoMapOfObjects::mentions);
  }

  private static boolean isMapOfObjects(JavaParameterizedType type) {
    List<JavaType> arguments = type.getActualTypeArguments();
    return type.toErasure().isAssignableTo(Map.class)
        && arguments.size() == 2
        && is(arguments.get(0), String.class)
        && is(arguments.get(1), Object.class);
  }

  private static boolean is(JavaType type, Class<?> expected) {
    JavaClass erasure = type.toErasure();
    return erasure.isEquivalentTo(expected);
  }
}
