// Findings name their files from the repository's root, which this folder is to be.
new File(basedir, '.git').mkdirs()
