// The example that readers copy, at the place where a project keeps its cluster.
File repository = new File(basedir, '../../../..').canonicalFile
File folder = new File(basedir, 'src/main/strake')
assert folder.mkdirs()
new File(folder, 'cluster.yaml').bytes =
    new File(repository, 'examples/ha-production/cluster/cluster.yaml').bytes
return true
