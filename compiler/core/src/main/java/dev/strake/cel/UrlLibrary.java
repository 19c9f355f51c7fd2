package dev.strake.cel;

import static dev.strake.cel.CelFunction.global;
import static dev.strake.cel.CelFunction.member;
import static dev.strake.cel.FunctionType.BOOL;
import static dev.strake.cel.FunctionType.STRING;

import dev.strake.value.Quoted;
import dev.strake.value.RequestUrl;
import java.util.List;

/**
 * URLs and their parts.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-url-library">Kubernetes
 *     URL library</a>
 */
final class UrlLibrary implements CelLibrary {

  private static final FunctionType<RequestUrl> URL =
      FunctionType.opaque("kubernetes.URL", RequestUrl.class);

  @Override
  public List<CelFunction> functions() {
    FunctionType<?> query = FunctionType.mapOf(STRING, FunctionType.listOf(STRING));
    return List.of(
        global("url", "string_to_url", STRING, URL, UrlLibrary::parse),
        global("isURL", "is_url_string", STRING, BOOL, UrlLibrary::isUrl),
        member("getScheme", "url_get_scheme", URL, STRING, RequestUrl::scheme),
        member("getHost", "url_get_host", URL, STRING, RequestUrl::host),
        member("getHostname", "url_get_hostname", URL, STRING, RequestUrl::hostname),
        member("getPort", "url_get_port", URL, STRING, RequestUrl::port),
        member("getEscapedPath", "url_get_escaped_path", URL, STRING, RequestUrl::escapedPath),
        member("getQuery", "url_get_query", URL, query, RequestUrl::query));
  }

  private static RequestUrl parse(String text) {
    return RequestUrl.parse(text)
        .match(
            url -> url,
            bad -> {
              throw new CelFunctionFailure(Quoted.of(text) + " is not " + bad.reason());
            });
  }

  private static boolean isUrl(String text) {
    return RequestUrl.parse(text).match(url -> true, bad -> false);
  }
}
