/** What two compilations of one repository differ in: files, objects, and their fields. */
@NullMarked
package dev.strake.difference;

import org.jspecify.annotations.NullMarked;
