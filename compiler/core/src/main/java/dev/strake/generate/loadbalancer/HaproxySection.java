package dev.strake.generate.loadbalancer;

/** A section of the file; knows its own lines. */
interface HaproxySection {
  void writeTo(HaproxyText text);
}
