package dev.strake.yaml;

import dev.strake.source.SourceFile;

/**
 * One document of a file that says something.
 *
 * @param index counts all documents of the file from 0, also empty and broken ones
 */
public record YamlDocument(SourceFile file, int index, YamlNode root) {}
