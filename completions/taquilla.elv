
set edit:completion:arg-completer[taquilla] = { |@words|
    var index = (count $words)
    set index = (- $index 1)

    put (env _CLAP_IFS="\n" _CLAP_COMPLETE_INDEX=(to-string $index) TAQUILLA_COMPLETE="elvish" taquilla -- $@words) | to-lines
}

