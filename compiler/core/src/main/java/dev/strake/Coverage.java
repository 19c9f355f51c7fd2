package dev.strake;

/**
 * How much a compilation looked at, so that a run that checked nothing cannot pass for a clean one.
 *
 * @param files read as YAML
 * @param objects Kubernetes objects in them, generated ones not counted
 * @param clusters typed clusters
 * @param withheld documents that could not be read and so were not checked
 */
public record Coverage(int files, int objects, int clusters, int withheld) {

  Coverage plus(Coverage other) {
    return new Coverage(
        files + other.files,
        objects + other.objects,
        clusters + other.clusters,
        withheld + other.withheld);
  }
}
