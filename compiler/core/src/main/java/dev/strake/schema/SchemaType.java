package dev.strake.schema;

import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlNode;

/** What a value may be. */
public sealed interface SchemaType
    permits SimpleType, ObjectType, ListType, MapType, AlternativeType {

  /** With its article, for messages: {@code a list}, {@code a quantity}. */
  String description();

  /** Reports what the API server would refuse in a value, which is not null. */
  void check(YamlNode value, NodePath path, Faults faults);
}
