package dev.strake.check.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.strake.value.ResourceName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceUseTest {

  @ParameterizedTest
  @CsvSource({
    "storage, requests.storage",
    "example.org/gpu, requests.example.org/gpu",
    "limits.example.org/gpu, requests.example.org/gpu",
  })
  void helpsWithQuotas(String written, String meant) {
    assertHelp(ResourceUse.QUOTA, written, "write " + meant);
  }

  @ParameterizedTest
  @CsvSource({
    "limits.cpu, cpu",
    "requests.memory, memory",
    "storage, ephemeral-storage",
    "requests.storage, ephemeral-storage",
    "requests.example.org/gpu, example.org/gpu",
    "limits.example.org/gpu, example.org/gpu",
  })
  void helpsWithContainersAndMachines(String written, String meant) {
    assertHelp(ResourceUse.CONTAINER, written, "write " + meant);
    assertHelp(ResourceUse.MACHINE, written, "write " + meant);
  }

  @ParameterizedTest
  @CsvSource({"pods", "count/jobs.batch", "services.nodeports"})
  void namesAllWhereNothingIsMeant(String written) {
    assertHelp(ResourceUse.CONTAINER, written, "it can be one of cpu, memory, ephemeral-storage");
  }

  @ParameterizedTest
  @CsvSource({"pods", "hugepages-2Mi", "example.org/gpu"})
  void namesWhatCanBeReserved(String written) {
    assertHelp(
        ResourceUse.RESERVATION, written, "it can be one of cpu, memory, ephemeral-storage, pid");
  }

  private static void assertHelp(ResourceUse use, String written, String help) {
    ResourceName name = new ResourceName(written);
    assertFalse(use.has(name), written + " has no place there");
    assertEquals(help, use.help(name));
  }
}
