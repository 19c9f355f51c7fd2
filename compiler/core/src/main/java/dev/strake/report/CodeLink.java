package dev.strake.report;

/** Where to read more about a code. */
final class CodeLink {

  static final String HOME = "https://strake.dev";

  private CodeLink() {}

  static String of(String code) {
    return HOME + "/codes/" + code;
  }
}
