complete --keep-order --exclusive --command taquilla --arguments "(TAQUILLA_COMPLETE=fish taquilla -- (commandline --current-process --tokenize --cut-at-cursor) (commandline --current-token))"
