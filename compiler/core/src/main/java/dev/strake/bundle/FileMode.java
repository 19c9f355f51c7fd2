package dev.strake.bundle;

/** What a file of the output may be used for. */
public enum FileMode {
  REGULAR("0644"),
  EXECUTABLE("0755");

  private final String octal;

  FileMode(String octal) {
    this.octal = octal;
  }

  /** Four octal digits, as index.json has it. */
  public String octal() {
    return octal;
  }
}
