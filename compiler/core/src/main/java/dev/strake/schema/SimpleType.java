package dev.strake.schema;

import dev.strake.yaml.NodePath;
import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;

/**
 * A value without parts, or any value.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/tree/master/staging/src/k8s.io/apimachinery/pkg">the
 *     UnmarshalJSON methods of IntOrString, Quantity, Time and MicroTime</a>
 */
public enum SimpleType implements SchemaType {
  STRING("a string") {
    @Override
    void check(YamlScalar value, NodePath path, Faults faults) {
      if (!value.isString()) {
        faults.wrongType(value, path, this);
      }
    }
  },

  INT32("a whole number") {
    @Override
    void check(YamlScalar value, NodePath path, Faults faults) {
      IntegerCheck.check(value, path, this, Integer.MIN_VALUE, Integer.MAX_VALUE, faults);
    }
  },

  INT64("a whole number") {
    @Override
    void check(YamlScalar value, NodePath path, Faults faults) {
      IntegerCheck.check(value, path, this, Long.MIN_VALUE, Long.MAX_VALUE, faults);
    }
  },

  NUMBER("a number") {
    @Override
    void check(YamlScalar value, NodePath path, Faults faults) {
      if (!IntegerCheck.isNumber(value)) {
        faults.wrongType(value, path, this);
      }
    }
  },

  BOOLEAN("a boolean") {
    @Override
    void check(YamlScalar value, NodePath path, Faults faults) {
      if (value.type() != ScalarType.BOOLEAN) {
        faults.wrongType(value, path, this);
      }
    }
  },

  INT_OR_STRING("a whole number or a string") {
    @Override
    void check(YamlScalar value, NodePath path, Faults faults) {
      if (!value.isString()) {
        INT32.check(value, path, faults);
      }
    }
  },

  QUANTITY("a quantity") {
    @Override
    void check(YamlScalar value, NodePath path, Faults faults) {
      if (value.isString()) {
        if (!QuantitySyntax.accepts(value.text())) {
          faults.invalid(
              value, path, this, "write a number with an optional suffix: 500m, 2, 64Gi");
        }
      } else if (!IntegerCheck.isNumber(value)) {
        faults.wrongType(value, path, this);
      }
    }
  },

  /** Base64 with padding; a JSON list of numbers is taken for bytes, too. */
  BYTES("base64 text") {
    @Override
    public void check(YamlNode value, NodePath path, Faults faults) {
      if (value instanceof YamlSequence list) {
        BYTE_LIST.check(list, path, faults);
      } else {
        super.check(value, path, faults);
      }
    }

    @Override
    void check(YamlScalar value, NodePath path, Faults faults) {
      if (!value.isString()) {
        faults.wrongType(value, path, this);
      } else if (!Base64Syntax.accepts(value.text())) {
        faults.invalid(value, path, this, "encode the bytes, as base64 -w0 prints them");
      }
    }
  },

  DATE_TIME("a time") {
    @Override
    void check(YamlScalar value, NodePath path, Faults faults) {
      checkTime(value, path, false, faults);
    }
  },

  MICRO_TIME("a time with microseconds") {
    @Override
    void check(YamlScalar value, NodePath path, Faults faults) {
      checkTime(value, path, true, faults);
    }
  },

  ANY("any value") {
    @Override
    public void check(YamlNode value, NodePath path, Faults faults) {}

    @Override
    void check(YamlScalar value, NodePath path, Faults faults) {}
  },

  ANY_OBJECT("a mapping") {
    @Override
    public void check(YamlNode value, NodePath path, Faults faults) {
      new MapType(ANY).check(value, path, faults);
    }

    @Override
    void check(YamlScalar value, NodePath path, Faults faults) {}
  };

  private static final ListType BYTE_LIST = new ListType(INT32);

  private final String description;

  SimpleType(String description) {
    this.description = description;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public void check(YamlNode value, NodePath path, Faults faults) {
    if (value instanceof YamlScalar scalar) {
      check(scalar, path, faults);
    } else {
      faults.wrongType(value, path, this);
    }
  }

  abstract void check(YamlScalar value, NodePath path, Faults faults);

  void checkTime(YamlScalar value, NodePath path, boolean micro, Faults faults) {
    if (!value.isString()) {
      faults.wrongType(value, path, this);
    } else if (!TimeSyntax.accepts(value.text(), micro)) {
      String example = micro ? "2026-01-31T12:00:00.000000Z" : "2026-01-31T12:00:00Z";
      faults.invalid(value, path, this, "write it as RFC 3339 says: " + example);
    }
  }
}
