package dev.strake.generate.all;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.Bundle;
import dev.strake.custom.CustomKinds;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.generate.HaProduction;
import dev.strake.generate.manifest.ObjectScope;
import dev.strake.schema.KubernetesSchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class GeneratorsTest {

  @Test
  void theBytesDependOnNoLocaleAndNoTimeZone() {
    Map<String, String> english = generated(Locale.US, "UTC");
    // Arabic digits; in Turkish the lower case of I is no i.
    assertEquals(
        english, generated(Locale.forLanguageTag("ar-EG-u-nu-arab"), "Pacific/Kiritimati"));
    assertEquals(english, generated(Locale.forLanguageTag("tr-TR"), "America/St_Johns"));
    assertFalse(english.isEmpty());
  }

  private static void refuse(Diagnostic finding) {
    throw new AssertionError(finding);
  }

  private static Map<String, String> generated(Locale locale, String zone) {
    Locale localeBefore = Locale.getDefault();
    TimeZone zoneBefore = TimeZone.getDefault();
    Locale.setDefault(locale);
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      Map<String, String> texts = new LinkedHashMap<>();
      Bundle bundle =
          new Generators(List.of())
              .bundle(
                  new HaProduction().resolved(),
                  List.of(),
                  new ObjectScope(KubernetesSchemas.newest(), CustomKinds.of(List.of())),
                  GeneratorsTest::refuse);
      for (Artifact artifact : bundle.artifacts()) {
        texts.put(artifact.path().toString(), artifact.mode().octal() + artifact.text());
      }
      return texts;
    } finally {
      Locale.setDefault(localeBefore);
      TimeZone.setDefault(zoneBefore);
    }
  }
}
