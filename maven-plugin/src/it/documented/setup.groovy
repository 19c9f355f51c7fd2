// The example that readers copy, at the place where a project keeps its cluster.
File repository = new File(basedir, '../../../..').canonicalFile
File folder = new File(basedir, 'src/main/strake')
File example = new File(repository, 'examples/ha-production/cluster')
example.eachFileRecurse(groovy.io.FileType.FILES) { file ->
  File copy = new File(folder, example.toPath().relativize(file.toPath()).toString())
  copy.parentFile.mkdirs()
  copy.bytes = file.bytes
}
return true
