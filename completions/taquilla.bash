_taquilla() {
    local IFS=$'\013'
    local line=$COMP_LINE words=() place=0 word blank start i
    for (( i = 0; i < ${#COMP_WORDS[@]}; i++ )); do
        word=${COMP_WORDS[i]}
        blank=${line%%[![:space:]]*}
        # An empty word is where the cursor stands between blanks.
        if [[ -n $word ]]; then
            line=${line#"$blank"}
        fi
        start=$(( ${#COMP_LINE} - ${#line} ))
        line=${line#"$word"}
        if (( i == COMP_CWORD )); then
            if [[ -n $word ]] && (( COMP_POINT >= start )); then
                word=${COMP_LINE:start:COMP_POINT-start}
            else
                word=
            fi
        fi
        # Parts without a blank between them are one word.
        if [[ i -eq 0 || -n $blank || -z ${COMP_WORDS[i]} ]]; then
            words+=("$word")
        elif (( i <= COMP_CWORD || place < ${#words[@]} - 1 )); then
            words[${#words[@]}-1]+=$word
        fi
        if (( i == COMP_CWORD )); then
            place=$(( ${#words[@]} - 1 ))
        fi
    done
    compopt +o nospace 2> /dev/null
    COMPREPLY=( $( \
        _CLAP_IFS="$IFS" \
        _CLAP_COMPLETE_INDEX="$place" \
        _CLAP_COMPLETE_COMP_TYPE="$COMP_TYPE" \
        TAQUILLA_COMPLETE_REPLACED="$2" \
        TAQUILLA_COMPLETE="bash" \
        "taquilla" -- "${words[@]}" \
    ) )
    if [[ $? != 0 ]]; then
        unset COMPREPLY
    elif [[ "${COMPREPLY-}" =~ [=/:]$ ]]; then
        compopt -o nospace 2> /dev/null
    fi
}
if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -o nospace -o bashdefault -o nosort -F _taquilla taquilla
else
    complete -o nospace -o bashdefault -F _taquilla taquilla
fi
