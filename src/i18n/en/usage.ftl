# The command line's own words: headings of the help and errors of use.

usage-heading-usage = Usage
usage-heading-arguments = Arguments
usage-heading-options = Options
usage-heading-global = General options
usage-heading-filters = Filters
usage-heading-verbs = Commands
usage-heading-examples = Examples
usage-group-tickets = Tickets
usage-group-account = Your account
usage-group-staff = Staff
usage-group-desk = Administration
usage-group-other = Other commands
usage-options = options
usage-verb = command
usage-values = values: { $values }
usage-default = default: { $value }
usage-also = also { $names }
usage-also-called = Also: { $names }
usage-help = Show help: -h in brief, --help in full
usage-version = Show the version
usage-more = Full help: { $command }

usage-missing =
    { $count ->
        [one] { $names } is missing.
       *[other] { $names } are missing.
    }
usage-unknown-option = There is no option "{ $name }".
usage-unexpected = "{ $value }" is one value too many.
usage-unknown-verb = There is no command "{ $name }".
usage-missing-verb = A command is missing after "{ $command }".
usage-invalid-value = "{ $value }" is not a valid value for { $name }.
usage-empty = { $name } needs a value.
usage-no-equals = { $name } needs an equals sign before its value.
usage-too-many = { $name } takes no more values: "{ $value }" is one too many.
usage-too-few =
    { $name } needs at least { $wanted ->
        [one] { $wanted } value
       *[other] { $wanted } values
    }; there { $given ->
        [one] is { $given }
       *[other] are { $given }
    }.
usage-wrong-number =
    { $name } needs { $wanted ->
        [one] { $wanted } value
       *[other] { $wanted } values
    }; there { $given ->
        [one] is { $given }
       *[other] are { $given }
    }.
usage-repeated = { $name } can be given only once.
usage-conflict = { $name } cannot be combined with { $others }.
usage-utf8 = What was typed holds characters that are not valid UTF-8.
usage-wrong = The command is not written correctly.

usage-did-you-mean =
    { $count ->
        [one] Did you mean { $last }?
       *[other] Did you mean { $before } or { $last }?
    }
usage-quoted = "{ $name }"
usage-bad-limit = Any whole number from 1 on will do.
usage-bad-pause = Any time from 1s to 1d will do, such as 10s or 5m.
usage-choose = Valid values: { $values }.
usage-choose-verb = Possible commands: { $verbs }.
usage-as-value = If it is a value and not an option, put two dashes before it: -- { $name }
usage-without-dashes = If you meant the command "{ $name }", remove the two dashes before it.
usage-elsewhere = That option belongs to another command: { $command }
usage-see = See { $command }

usage-man-name = NAME
usage-man-synopsis = SYNOPSIS
usage-man-description = DESCRIPTION
usage-man-options = OPTIONS
usage-man-verbs = COMMANDS
usage-man-examples = EXAMPLES
usage-man-version = VERSION
usage-man-authors = AUTHORS
