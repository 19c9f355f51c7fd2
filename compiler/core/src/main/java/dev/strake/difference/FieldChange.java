package dev.strake.difference;

import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * A part of an object that is not what it was.
 *
 * @param path of the part; in the object as it was, if the part is gone
 * @param before null if it was not there
 * @param after null if it is gone; never null together with {@code before}
 */
public record FieldChange(NodePath path, @Nullable YamlNode before, @Nullable YamlNode after) {}
