package dev.strake.sync.inventory;

/** A stored inventory does not say what it should. */
final class MalformedInventory extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason one line, without a full stop
   */
  MalformedInventory(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
