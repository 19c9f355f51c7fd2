package dev.strake.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecSchemaTest {

  private static final Path PUBLISHED =
      Path.of("../../schemas/src/main/resources/dev/strake/schemas/cluster.schema.json");
  private static final Path EXAMPLES = Path.of("../../examples");
  private static final Path EXAMPLE = EXAMPLES.resolve("ha-production/cluster/cluster.yaml");

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SpecSchema.cluster());

  private List<?> errors(String yaml) {
    return schema.validate(json(Specs.read(yaml).root()));
  }

  private static JsonNode json(YamlNode node) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (node instanceof YamlMapping mapping) {
      ObjectNode object = json.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.name(), json(entry.value())));
      return object;
    }
    if (node instanceof YamlSequence list) {
      ArrayNode array = json.arrayNode();
      list.items().forEach(item -> array.add(json(item)));
      return array;
    }
    YamlScalar scalar = (YamlScalar) node;
    return switch (scalar.type()) {
      case STRING -> json.textNode(scalar.text());
      case BOOLEAN -> json.booleanNode(scalar.booleanValue());
      case INTEGER -> json.numberNode(scalar.longValue());
      case FLOAT -> json.numberNode(scalar.doubleValue());
      case NULL -> json.nullNode();
    };
  }

  @Test
  void thePublishedSchemaIsTheRecords() throws IOException {
    if (Boolean.getBoolean("bless")) {
      Files.createDirectories(PUBLISHED.getParent());
      Files.writeString(PUBLISHED, SpecSchema.cluster());
    }
    assertEquals(
        SpecSchema.cluster(), Files.readString(PUBLISHED), "run the test again with -Dbless=true");
  }

  @Test
  void validSpecsAreAccepted() throws IOException {
    assertEquals(List.of(), errors(Specs.SMALL));
    assertEquals(List.of(), errors(Files.readString(EXAMPLE)));
    assertEquals(List.of(), errors(Specs.with("name: small", "name: small\n  labels:")));
    assertTrue(Specs.bind(Files.readString(EXAMPLE)).diagnostics().isEmpty());
    assertEquals(List.of(), errors(WholeSpecTest.text()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"single-node", "co-located", "ha-production"})
  void examplesAreWhatEditorsExpect(String name) throws IOException {
    String text = Files.readString(EXAMPLES.resolve(name + "/cluster/cluster.yaml"));

    assertEquals(List.of(), errors(text));
    assertEquals("[]", Specs.bind(text).diagnostics().toString());
    String header = text.lines().findFirst().orElseThrow();
    Path schemaFile = Path.of(header.substring(header.indexOf('=') + 1));
    assertEquals(
        PUBLISHED.toRealPath(),
        EXAMPLES.resolve(name + "/cluster").resolve(schemaFile).toRealPath());
  }

  @ParameterizedTest
  @CsvSource({
    "kind: Cluster, kind: Clusters",
    "name: small, name: Small",
    "name: small, nane: small",
    "v1.36.4, v1.36",
    "type: Flannel, type: Flanel",
    "type: Flannel, backend: VXLAN",
    "local: {}, {}",
    "'cidrBlocks: [10.244.0.0/16]', 'cidrBlocks: []'",
    "role: ControlPlane, role: Master",
    "cpu: 4, cpu: four",
    "cpu: 4, cpu: true",
    "host: api.example.net, 'host: {}'"
  })
  void brokenSpecsAreRefused(String old, String replacement) {
    assertFalse(errors(Specs.with(old, replacement)).isEmpty());
    assertFalse(Specs.bind(Specs.with(old, replacement)).diagnostics().isEmpty());
  }
}
