package dev.strake.custom;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlNode;

/**
 * A value of a custom resource at its place, and who is told what is wrong with it.
 *
 * @param value that stands there
 */
record Spot(Manifest resource, NodePath path, YamlNode value, DiagnosticSink sink) {

  static Spot root(Manifest resource, DiagnosticSink sink) {
    return new Spot(resource, NodePath.ROOT, resource.root(), sink);
  }

  Spot key(String name, YamlNode entry) {
    return new Spot(resource, path.key(name), entry, sink);
  }

  Spot index(int i, YamlNode item) {
    return new Spot(resource, path.index(i), item, sink);
  }

  /** The same place, told to somebody else. */
  Spot to(DiagnosticSink other) {
    return new Spot(resource, path, value, other);
  }

  /** As messages name the place. */
  String name() {
    return path.equals(NodePath.ROOT) ? resource.ref().kind() : path.toString();
  }

  Diagnostic finding(Code code, String message) {
    return resource.finding(code, path, message);
  }

  void report(Code code, String problem) {
    sink.report(finding(code, name() + " " + problem));
  }
}
