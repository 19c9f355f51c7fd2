package dev.strake.schemas.build;

import java.util.List;

/**
 * A type with fields.
 *
 * @param model the simple name of its model class, which is unique in a version
 * @param properties by name
 */
record Definition(String model, List<Property> properties) {}
