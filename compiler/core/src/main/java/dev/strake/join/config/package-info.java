/** ConfigMaps and Secrets, and who reads them. */
@NullMarked
package dev.strake.join.config;

import org.jspecify.annotations.NullMarked;
