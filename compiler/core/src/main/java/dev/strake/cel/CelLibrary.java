package dev.strake.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;

/** One of Kubernetes' own libraries: what the type checker must know and what runs. */
interface CelLibrary {

  List<CelFunctionDecl> declarations();

  List<CelFunctionBinding> bindings();
}
