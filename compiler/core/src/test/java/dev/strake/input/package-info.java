@NullMarked
package dev.strake.input;

import org.jspecify.annotations.NullMarked;
