package dev.strake.sync.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.strake.sync.inventory.Tooling;
import dev.strake.sync.object.KubernetesObject;
import java.util.List;
import java.util.Optional;

/**
 * A cluster's API as a sync uses it. Requests that a server could not answer in time are repeated
 * inside, so that each call ends with the server's word; all of them are safe to repeat.
 * Implementations are safe for use by many threads.
 *
 * <p>Every method throws {@link ClusterUnreachable} if there is no answer to be had, and each that
 * writes {@link GateClosed} if this process may not any more.
 */
public interface ClusterApi {

  /** The name under which a sync owns fields. */
  String FIELD_MANAGER = Tooling.MEMBER_MANAGER;

  /**
   * Tells this cluster from any other, for its whole life: the UID of its namespace kube-system.
   */
  String uid();

  /** What it says of itself, asked for anew. */
  ServerGreeting greeting();

  /** Whether whoever asks may do this. */
  boolean may(AccessQuestion question);

  /** As whom the cluster knows who asks; nobody if it does not say. */
  Caller caller();

  /** Empty for a kind that the cluster does not serve now. */
  Optional<ResourceType> type(String apiVersion, String kind);

  /** A kind in the version that the server prefers; empty if it serves none. */
  Optional<ResourceType> preferred(String group, String kind);

  /** Every kind that can be listed, each in one version. */
  List<ResourceType> listableTypes();

  /** Asks again, the next time, which kinds a group has: its definitions have changed. */
  void forgetTypes(String group);

  Answer get(ResourceType type, String namespace, String name);

  /**
   * Server-side apply, with strict validation of fields.
   *
   * @param force whether fields are taken from other managers
   */
  Answer apply(ResourceType type, KubernetesObject object, Write write, boolean force);

  /** Refused if there is one of that name. */
  Answer create(ResourceType type, KubernetesObject object, Write write);

  /** Refused unless the object's resourceVersion is the server's. */
  Answer replace(ResourceType type, KubernetesObject object);

  /** A JSON patch. */
  Answer patch(ResourceType type, String namespace, String name, ArrayNode operations, Write write);

  /**
   * Asks for the deletion of exactly this object; whoever has the name by then is left alone.
   *
   * @return the object if finalizers keep it for now, else what it was
   */
  Answer delete(ResourceType type, String namespace, String name, String uid, Write write);

  /**
   * The metadata of objects with a label, all pages.
   *
   * @param namespace empty for all
   * @param selector as in the API, {@code a=b}
   */
  List<KubernetesObject> list(ResourceType type, String namespace, String selector);

  /**
   * Likewise, of all in a namespace.
   *
   * @return empty if they may not be listed, which says nothing of whether there are any
   */
  Optional<List<KubernetesObject>> listIfAllowed(ResourceType type, String namespace);

  /**
   * Whole objects of a namespace, or of all if that is empty, the first page of them; nothing if
   * they may not be read.
   */
  List<KubernetesObject> some(ResourceType type, String namespace);
}
