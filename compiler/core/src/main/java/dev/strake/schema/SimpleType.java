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
    void check(YamlScalar value, NodePath path, Findings findings) {
      if (!value.isString()) {
        findings.wrongType(value, path, this);
      }
    }
  },

  INT32("a whole number") {
    @Override
    void check(YamlScalar value, NodePath path, Findings findings) {
      IntegerCheck.check(value, path, this, Integer.MIN_VALUE, Integer.MAX_VALUE, findings);
    }
  },

  INT64("a whole number") {
    @Override
    void check(YamlScalar value, NodePath path, Findings findings) {
      IntegerCheck.check(value, path, this, Long.MIN_VALUE, Long.MAX_VALUE, findings);
    }
  },

  NUMBER("a number") {
    @Override
    void check(YamlScalar value, NodePath path, Findings findings) {
      if (!IntegerCheck.isNumber(value)) {
        findings.wrongType(value, path, this);
      }
    }
  },

  BOOLEAN("a boolean") {
    @Override
    void check(YamlScalar value, NodePath path, Findings findings) {
      if (value.type() != ScalarType.BOOLEAN) {
        findings.wrongType(value, path, this);
      }
    }
  },

  INT_OR_STRING("a whole number or a string") {
    @Override
    void check(YamlScalar value, NodePath path, Findings findings) {
      if (!value.isString()) {
        INT32.check(value, path, findings);
      }
    }
  },

  QUANTITY("a quantity") {
    @Override
    void check(YamlScalar value, NodePath path, Findings findings) {
      if (value.isString()) {
        if (!QuantitySyntax.accepts(value.text())) {
          findings.invalid(
              value, path, this, "write a number with an optional suffix: 500m, 2, 64Gi");
        }
      } else if (!IntegerCheck.isNumber(value)) {
        findings.wrongType(value, path, this);
      }
    }
  },

  /** Base64 with padding; a JSON list of numbers is taken for bytes, too. */
  BYTES("base64 text") {
    @Override
    public void check(YamlNode value, NodePath path, Findings findings) {
      if (value instanceof YamlSequence list) {
        BYTE_LIST.check(list, path, findings);
      } else {
        super.check(value, path, findings);
      }
    }

    @Override
    void check(YamlScalar value, NodePath path, Findings findings) {
      if (!value.isString()) {
        findings.wrongType(value, path, this);
      } else if (!Base64Syntax.accepts(value.text())) {
        findings.invalid(value, path, this, "encode the bytes, as base64 -w0 prints them");
      }
    }
  },

  DATE_TIME("a time") {
    @Override
    void check(YamlScalar value, NodePath path, Findings findings) {
      checkTime(value, path, false, findings);
    }
  },

  MICRO_TIME("a time with microseconds") {
    @Override
    void check(YamlScalar value, NodePath path, Findings findings) {
      checkTime(value, path, true, findings);
    }
  },

  ANY("any value") {
    @Override
    public void check(YamlNode value, NodePath path, Findings findings) {}

    @Override
    void check(YamlScalar value, NodePath path, Findings findings) {}
  },

  ANY_OBJECT("a mapping") {
    @Override
    public void check(YamlNode value, NodePath path, Findings findings) {
      new MapType(ANY).check(value, path, findings);
    }

    @Override
    void check(YamlScalar value, NodePath path, Findings findings) {}
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
  public void check(YamlNode value, NodePath path, Findings findings) {
    if (value instanceof YamlScalar scalar) {
      check(scalar, path, findings);
    } else {
      findings.wrongType(value, path, this);
    }
  }

  abstract void check(YamlScalar value, NodePath path, Findings findings);

  void checkTime(YamlScalar value, NodePath path, boolean micro, Findings findings) {
    if (!value.isString()) {
      findings.wrongType(value, path, this);
    } else if (!TimeSyntax.accepts(value.text(), micro)) {
      String example = micro ? "2026-01-31T12:00:00.000000Z" : "2026-01-31T12:00:00Z";
      findings.invalid(value, path, this, "write it as RFC 3339 says: " + example);
    }
  }
}
