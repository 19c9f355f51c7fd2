package dev.strake.sync;

/** Stands in until it is written. */
final class LargeSyncTest {}
