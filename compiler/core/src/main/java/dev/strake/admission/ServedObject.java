package dev.strake.admission;

/**
 * What the server knows of an object, whatever the object says.
 *
 * @param apiVersion in which a policy reads it
 * @param namespace that it lies in; the empty text for none
 */
record ServedObject(ServedResource resource, String apiVersion, String namespace) {}
