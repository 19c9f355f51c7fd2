package dev.strake.sync;

import dev.strake.sync.desired.DesiredSet;
import java.util.ArrayList;
import java.util.List;

/** A set as large as those that have brought other tools down. */
final class LargeSet {

  static final int DEFINITIONS = 300;
  static final int OBJECTS = 2000;

  /** As prometheus-operator's largest. */
  static final int LARGEST_DEFINITION = 400_000;

  private LargeSet() {}

  /**
   * A namespace, definitions in fifty groups, an object of each kind, and the rest workloads and
   * their configuration.
   *
   * @param value of all that has one
   */
  static DesiredSet of(String value) {
    List<String> manifests = new ArrayList<>();
    manifests.add("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'}}");
    for (int i = 0; i < DEFINITIONS; i++) {
      manifests.add(definition(i, i == 0 ? LARGEST_DEFINITION : 2000));
      manifests.add(
          "{'apiVersion':'%s/v1','kind':'Kind%s','metadata':{'name':'one','namespace':'shop'},'spec':{'value':'%s'}}"
              .formatted(group(i), i, value));
    }
    for (int i = 0; manifests.size() < OBJECTS; i++) {
      manifests.add(i % 2 == 0 ? workload(i, value) : config(i, value));
    }
    return Scene.set("large", manifests);
  }

  private static String group(int number) {
    return "group%s.example.com".formatted(number % 50);
  }

  /**
   * @param size in bytes, about
   */
  private static String definition(int number, int size) {
    String description = "What this field is for, in some detail. ".repeat(size / 40);
    return """
        {'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',
         'metadata':{'name':'kind%ss.%s'},
         'spec':{'group':'%s','scope':'Namespaced',
          'names':{'plural':'kind%ss','singular':'kind%s','kind':'Kind%s','listKind':'Kind%sList'},
          'versions':[{'name':'v1','served':true,'storage':true,'schema':{'openAPIV3Schema':
           {'type':'object','properties':{'spec':{'type':'object','description':'%s',
             'properties':{'value':{'type':'string'}}}}}}}]}}
        """
        .formatted(
            number, group(number), group(number), number, number, number, number, description);
  }

  private static String config(int number, String value) {
    return "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c%s','namespace':'shop'},'data':{'value':'%s'}}"
        .formatted(number, value);
  }

  private static String workload(int number, String value) {
    return """
        {'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'w%s','namespace':'shop'},
         'spec':{'replicas':2,'selector':{'matchLabels':{'app':'w%s'}},
          'template':{'metadata':{'labels':{'app':'w%s'}},
           'spec':{'containers':[{'name':'web','image':'example.com/web:%s',
             'env':[{'name':'A','value':'a'},{'name':'B','value':'b'}],
             'ports':[{'containerPort':8080}],
             'resources':{'requests':{'cpu':'100m','memory':'64Mi'}}}]}}}}
        """
        .formatted(number, number, number, value);
  }
}
