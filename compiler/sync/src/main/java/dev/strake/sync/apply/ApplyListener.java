package dev.strake.sync.apply;

/** Is told what happens, while it happens, by many threads. */
@FunctionalInterface
public interface ApplyListener {

  void ended(Outcome outcome);

  static ApplyListener silent() {
    return outcome -> {};
  }
}
