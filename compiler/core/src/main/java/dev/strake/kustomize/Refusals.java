package dev.strake.kustomize;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.value.Quoted;
import dev.strake.yaml.YamlEntry;

/** Why an overlay is not built, each at the entry that is to blame. */
final class Refusals {

  static final Code REMOTE_BASE = Code.error("compile/remote-base");
  static final Code RENDER_PLUGIN = Code.error("compile/render-plugin");
  static final Code UNREACHABLE_FILE = Code.error("compile/unreachable-file");

  private static final String KEEP_THE_RESULT =
      "keep what it makes in a file, and name that under resources";

  private final Severity unrendered;

  /**
   * @param unrendered how much it matters that something which Kustomize itself could build is not
   *     built here
   */
  Refusals(Severity unrendered) {
    this.unrendered = unrendered;
  }

  Diagnostic remote(Reference reference) {
    return at(
            REMOTE_BASE,
            reference,
            "%s would be fetched, and a check fetches nothing"
                .formatted(Quoted.plain(reference.target())))
        .withSeverity(unrendered)
        .withHelp(
            "keep a copy of it in the repository, and name that: kubectl kustomize or kustomize"
                + " localize makes one");
  }

  Diagnostic helm(YamlEntry entry) {
    return Diagnostic.of(
            RENDER_PLUGIN,
            entry.key().range(),
            "%s makes Kustomize run helm, and a check runs no other program"
                .formatted(Quoted.plain(entry.name())))
        .withSeverity(unrendered)
        .withHelp(KEEP_THE_RESULT);
  }

  Diagnostic plugin(Reference reference, String problem) {
    return at(RENDER_PLUGIN, reference, problem).withSeverity(unrendered).withHelp(KEEP_THE_RESULT);
  }

  Diagnostic outside(Reference reference) {
    return at(
            UNREACHABLE_FILE,
            reference,
            "%s is outside of the repository".formatted(Quoted.plain(reference.target())))
        .withHelp("keep it in the repository, and write a path that is relative to this file");
  }

  Diagnostic notBelow(Reference reference, KustomizationFile from) {
    String folder = from.folder().isEmpty() ? "the repository's root" : from.folder();
    return at(
            UNREACHABLE_FILE,
            reference,
            "%s is no folder with a Kustomization, and Kustomize reads files below %s only"
                .formatted(Quoted.plain(reference.target()), folder))
        .withHelp("put a kustomization.yaml beside the file, and name its folder");
  }

  Diagnostic missing(Reference reference, String path) {
    return at(UNREACHABLE_FILE, reference, "there is no " + Quoted.plain(path))
        .withHelp(
            "paths are relative to this file; a folder needs a kustomization.yaml of its own");
  }

  Diagnostic noKustomization(Reference reference, String path) {
    return at(
            UNREACHABLE_FILE, reference, "there is no kustomization.yaml in " + Quoted.plain(path))
        .withHelp("components are folders; paths are relative to this file");
  }

  Diagnostic unreadable(Reference reference, String path, String reason) {
    return at(
        UNREACHABLE_FILE, reference, "%s was not read: %s".formatted(Quoted.plain(path), reason));
  }

  private static Diagnostic at(Code code, Reference reference, String message) {
    return Diagnostic.of(code, reference.node().range(), message);
  }
}
