package dev.strake.cel;

import static dev.strake.cel.AuthorizerLibrary.RESOURCE_CHECK;

import java.util.List;

/**
 * Selectors in questions to the authorizer.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-authorizer-library">Kubernetes
 *     authorizer library</a>
 */
final class AuthorizerSelectorLibrary implements CelLibrary {

  @Override
  public int sinceMinor() {
    return 31;
  }

  @Override
  public List<CelFunction> functions() {
    return List.of(
        AuthorizerLibrary.builder(
            "fieldSelector", "authorizer_fieldselector", RESOURCE_CHECK, RESOURCE_CHECK),
        AuthorizerLibrary.builder(
            "labelSelector", "authorizer_labelselector", RESOURCE_CHECK, RESOURCE_CHECK));
  }
}
