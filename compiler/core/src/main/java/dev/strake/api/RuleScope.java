package dev.strake.api;

import dev.strake.cel.SchemaType;
import java.util.OptionalLong;

/**
 * What the rules of a schema's part need to know about the whole.
 *
 * @param mostValues how many values of this part a resource can have; empty if nothing above bounds
 *     them
 * @param hasEarlier whether a value can be told to be the same as one before an update, so that
 *     rules can compare the two
 * @param budget what all rules of the schema have cost so far
 * @see <a
 *     href="https://github.com/kubernetes/apiextensions-apiserver/blob/master/pkg/apis/apiextensions/validation/cel_validation.go">CELSchemaContext
 *     in cel_validation.go</a>
 */
record RuleScope(
    ApiContext context, OptionalLong mostValues, boolean hasEarlier, RuleBudget budget) {

  static RuleScope ofRoot(ApiContext context, RuleBudget budget) {
    return new RuleScope(context, OptionalLong.of(1), true, budget);
  }

  /** The scope of what is directly inside a schema: extractMaxElements. */
  RuleScope inside(Cursor schema) {
    boolean list = schema.field("type").is("array");
    boolean map = schema.field("type").is("object") && schema.field("additionalProperties").isSet();
    OptionalLong each =
        list || map
            ? SchemaShapes.limit(schema, list ? "maxItems" : "maxProperties")
            : OptionalLong.of(1);
    boolean bounded = mostValues.isPresent() && each.isPresent();
    return new RuleScope(
        context,
        bounded
            ? OptionalLong.of(RuleBudget.product(mostValues.getAsLong(), each.getAsLong()))
            : OptionalLong.empty(),
        hasEarlier,
        budget);
  }

  /** Of lists, only the items of maps are the same as before if their keys are. */
  RuleScope ofItems(Cursor schema) {
    return schema.field("x-kubernetes-list-type").is("map") ? this : withoutEarlier();
  }

  /** MapIsCorrelatable: what is replaced as a whole has nothing before. */
  RuleScope ofProperties(Cursor schema) {
    Cursor type = schema.field("x-kubernetes-map-type");
    return !type.isSet() || type.is("granular") ? this : withoutEarlier();
  }

  private RuleScope withoutEarlier() {
    return new RuleScope(context, mostValues, false, budget);
  }

  /** How often a rule on a value of a type is asked for one resource, at most. */
  long mostTimes(SchemaType type) {
    return mostValues.orElse(type.mostInRequest());
  }
}
