package dev.strake.generate.loadbalancer;

/** A block of the file; knows its own lines. */
interface KeepalivedBlock {
  void writeTo(KeepalivedText text);
}
