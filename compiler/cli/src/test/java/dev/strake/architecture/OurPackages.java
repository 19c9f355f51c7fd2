package dev.strake.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** The packages that have classes. */
final class OurPackages extends AbstractClassesTransformer<JavaPackage> {

  OurPackages() {
    super("packages");
  }

  @Override
  public Iterable<JavaPackage> doTransform(JavaClasses classes) {
    Set<JavaPackage> packages = new TreeSet<>(Comparator.comparing(JavaPackage::getName));
    for (JavaClass type : classes) {
      packages.add(type.getPackage());
    }
    return packages;
  }
}
