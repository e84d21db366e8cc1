# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_taquilla_global_optspecs
    string join \n desk= lang= format= json fields= color= no-pager no-input y/yes q/quiet wait= mail= h/help V/version
end

function __fish_taquilla_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_taquilla_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_taquilla_using_subcommand
    set -l cmd (__fish_taquilla_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c taquilla -n "__fish_taquilla_needs_command" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_needs_command" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_needs_command" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_needs_command" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_needs_command" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_needs_command" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_needs_command" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_needs_command" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_needs_command" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_needs_command" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_needs_command" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_needs_command" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_needs_command" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_needs_command" -s V -l version -d 'Show the version'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "init" -d 'Create a new desk'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "demo" -d 'Play the whole life of a ticket on a trial desk'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "register" -d 'Create a new client account'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "registrar" -d 'Create a new client account'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "confirm" -d 'Activate an account with the code received by e-mail'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "confirmar" -d 'Activate an account with the code received by e-mail'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "login" -d 'Log in'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "entrar" -d 'Log in'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "logout" -d 'Log out'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "salir" -d 'Log out'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "whoami" -d 'Show who is logged in'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "password" -d 'Change or recover the password'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "clave" -d 'Change or recover the password'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "profile" -d 'Show or change your own profile'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "perfil" -d 'Show or change your own profile'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "open" -d 'Open a new ticket'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "abrir" -d 'Open a new ticket'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "list" -d 'List tickets'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "listar" -d 'List tickets'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "show" -d 'Show a ticket with its thread'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "ver" -d 'Show a ticket with its thread'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "reply" -d 'Post a reply to a ticket'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "responder" -d 'Post a reply to a ticket'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "note" -d 'Post an internal note to a ticket'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "nota" -d 'Post an internal note to a ticket'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "assign" -d 'Assign tickets to a teacher'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "asignar" -d 'Assign tickets to a teacher'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "release" -d 'Leave tickets unassigned'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "liberar" -d 'Leave tickets unassigned'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "unassign" -d 'Leave tickets unassigned'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "close" -d 'Close tickets'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "cerrar" -d 'Close tickets'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "reopen" -d 'Reopen closed tickets'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "reabrir" -d 'Reopen closed tickets'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "priority" -d 'Change the priority of tickets'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "prioridad" -d 'Change the priority of tickets'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "edit" -d 'Correct the details of tickets'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "merge" -d 'Merge tickets about the same matter'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "unir" -d 'Merge tickets about the same matter'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "status" -d 'Show the status of a ticket without logging in'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "estado" -d 'Show the status of a ticket without logging in'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "attachment" -d 'List or download the attachments of a ticket'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "adjunto" -d 'List or download the attachments of a ticket'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "rules" -d 'Show the house rules'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "normas" -d 'Show the house rules'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "topic" -d 'Manage the help topics'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "user" -d 'Manage accounts'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "usuario" -d 'Manage accounts'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "mail" -d 'Manage outgoing e-mails'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "config" -d 'Show or change the settings of the desk'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "verify" -d 'Check that the data of the desk are whole'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "doctor" -d 'Look for what is set up wrongly and say how to put it right'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "completions" -d 'Write the rules for completing commands with the tab key'
complete -c taquilla -n "__fish_taquilla_needs_command" -f -a "man" -d 'Write the manual pages'
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l name -d 'Name of the desk, as e-mails show it' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l admin-email -d 'E-mail address of the administrator' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l admin-name -d 'Name of the administrator' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l timezone -d 'Time zone of the desk' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l mail-from -d 'Address that e-mails are sent from' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l password-file -d 'Read the password from a file' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l password-stdin -d 'Read the password from standard input'
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand init" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -l keep -d 'Keep the trial desk in this folder, which has to be new or empty' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand demo" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l email -d 'Your e-mail address' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l name -d 'Your name' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l password-file -d 'Read the password from a file' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l accept-rules -d 'Accept the house rules and the privacy text'
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l password-stdin -d 'Read the password from standard input'
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand register" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l email -d 'Your e-mail address' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l name -d 'Your name' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l password-file -d 'Read the password from a file' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l accept-rules -d 'Accept the house rules and the privacy text'
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l password-stdin -d 'Read the password from standard input'
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand registrar" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -l email -d 'The address you registered with' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -l resend -d 'Send a new code'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirm" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -l email -d 'The address you registered with' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -l resend -d 'Send a new code'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand confirmar" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l email -d 'E-mail address of the account' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l handle -d 'User name of the account, instead of the address' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l password-file -d 'Read the password from a file' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l password-stdin -d 'Read the password from standard input'
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand login" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l email -d 'E-mail address of the account' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l handle -d 'User name of the account, instead of the address' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l password-file -d 'Read the password from a file' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l password-stdin -d 'Read the password from standard input'
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand entrar" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -l everywhere -d 'End all sessions of the account'
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand logout" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -l everywhere -d 'End all sessions of the account'
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand salir" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand whoami" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand whoami" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand whoami" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand whoami" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand whoami" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand whoami" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand whoami" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand whoami" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand whoami" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand whoami" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand whoami" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand whoami" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand whoami" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -f -a "change" -d 'Change the password'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -f -a "forgot" -d 'Ask for a code to choose a new password'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and not __fish_seen_subcommand_from change forgot reset" -f -a "reset" -d 'Choose a password with the code received by e-mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -l password-file -d 'Read the password from a file' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -l password-stdin -d 'Read two lines from standard input: the current password and the new one'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from change" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -l email -d 'E-mail address of the account' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from forgot" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l email -d 'E-mail address of the account' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l password-file -d 'Read the password from a file' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l accept-rules -d 'Accept the house rules and the privacy text'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l password-stdin -d 'Read the password from standard input'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand password; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -f -a "change" -d 'Change the password'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -f -a "forgot" -d 'Ask for a code to choose a new password'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and not __fish_seen_subcommand_from change forgot reset" -f -a "reset" -d 'Choose a password with the code received by e-mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -l password-file -d 'Read the password from a file' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -l password-stdin -d 'Read two lines from standard input: the current password and the new one'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from change" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -l email -d 'E-mail address of the account' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from forgot" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l email -d 'E-mail address of the account' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l password-file -d 'Read the password from a file' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l accept-rules -d 'Accept the house rules and the privacy text'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l password-stdin -d 'Read the password from standard input'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand clave; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l name -d 'Your name' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l handle -d 'User name: lower-case letters, digits and hyphens' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l email -d 'New e-mail address' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand profile" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l name -d 'Your name' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l handle -d 'User name: lower-case letters, digits and hyphens' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l email -d 'New e-mail address' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand perfil" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l subject -d 'Subject of the ticket' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l topic -d 'Help topic, by its full name or its last part; without one, the first that was made and is still in use: on a new desk, "Report a query"' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l attach -d 'File to attach; may be repeated' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l priority -d 'Priority of the ticket (values: low, normal, high, emergency)' -r -f -a "low\t''
normal\t''
high\t''
emergency\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l for -d 'Client for whom the ticket is opened' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l external-id -d 'External id: that of the ticket in another program; must be unique' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l follow-up -d 'Number of the closed ticket that this one continues' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -s m -l message -d 'Text of the query' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -s F -l message-file -d 'File with the text of the query; "-" reads standard input' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand open" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l subject -d 'Subject of the ticket' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l topic -d 'Help topic, by its full name or its last part; without one, the first that was made and is still in use: on a new desk, "Report a query"' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l attach -d 'File to attach; may be repeated' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l priority -d 'Priority of the ticket (values: low, normal, high, emergency)' -r -f -a "low\t''
normal\t''
high\t''
emergency\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l for -d 'Client for whom the ticket is opened' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l external-id -d 'External id: that of the ticket in another program; must be unique' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l follow-up -d 'Number of the closed ticket that this one continues' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -s m -l message -d 'Text of the query' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -s F -l message-file -d 'File with the text of the query; "-" reads standard input' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand abrir" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l status -d 'Status: new, pending, answered, closed, open (all that are not closed) or all; several with commas between' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l to -d 'Assigned to this person' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l from -d 'From this client' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l topic -d 'Of this help topic or those below it' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l priority -d 'With this priority (values: low, normal, high, emergency)' -r -f -a "low\t''
normal\t''
high\t''
emergency\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l since -d 'Updated since then: 2026-11-24, "2026-11-24 10:15", or how long ago: 3d, 12h' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l until -d 'Updated until then, in the same forms; a day is included' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l search -d 'With these words: all of them, whatever the accents and endings; enrol* stands for any that begin so' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l external-id -d 'With this external id' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l sort -d 'Order of the list (values: updated, created, closed, due, priority)' -r -f -a "updated\t''
created\t''
closed\t''
due\t''
priority\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l limit -d 'Largest number of tickets to list' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l after -d 'Continue after this ticket' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l mine -d 'Your own or, for staff, those assigned to you'
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l unassigned -d 'Assigned to nobody'
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l unread -d 'With something unread'
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l flagged -d 'With something for the secretary to look at'
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l reverse -d 'In reverse order'
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand list" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l status -d 'Status: new, pending, answered, closed, open (all that are not closed) or all; several with commas between' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l to -d 'Assigned to this person' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l from -d 'From this client' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l topic -d 'Of this help topic or those below it' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l priority -d 'With this priority (values: low, normal, high, emergency)' -r -f -a "low\t''
normal\t''
high\t''
emergency\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l since -d 'Updated since then: 2026-11-24, "2026-11-24 10:15", or how long ago: 3d, 12h' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l until -d 'Updated until then, in the same forms; a day is included' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l search -d 'With these words: all of them, whatever the accents and endings; enrol* stands for any that begin so' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l external-id -d 'With this external id' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l sort -d 'Order of the list (values: updated, created, closed, due, priority)' -r -f -a "updated\t''
created\t''
closed\t''
due\t''
priority\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l limit -d 'Largest number of tickets to list' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l after -d 'Continue after this ticket' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l mine -d 'Your own or, for staff, those assigned to you'
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l unassigned -d 'Assigned to nobody'
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l unread -d 'With something unread'
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l flagged -d 'With something for the secretary to look at'
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l reverse -d 'In reverse order'
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand listar" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -l all -d 'Show the changes of the ticket and quoted text, too'
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -l no-mark -d 'Do not mark the ticket as read'
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand show" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -l all -d 'Show the changes of the ticket and quoted text, too'
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -l no-mark -d 'Do not mark the ticket as read'
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand ver" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l attach -d 'File to attach; may be repeated' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -s m -l message -d 'Text of the message, which the client sees' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -s F -l message-file -d 'File with the text of the message; "-" reads standard input' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l close -d 'Close the ticket as well'
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l pending -d 'The ticket keeps waiting for staff'
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand reply" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l attach -d 'File to attach; may be repeated' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -s m -l message -d 'Text of the message, which the client sees' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -s F -l message-file -d 'File with the text of the message; "-" reads standard input' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l close -d 'Close the ticket as well'
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l pending -d 'The ticket keeps waiting for staff'
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand responder" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -l attach -d 'File to attach; may be repeated' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -s m -l message -d 'Text of the note' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -s F -l message-file -d 'File with the text of the note; "-" reads standard input' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand note" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -l attach -d 'File to attach; may be repeated' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -s m -l message -d 'Text of the note' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -s F -l message-file -d 'File with the text of the note; "-" reads standard input' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand nota" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l to -d 'Person to assign them to' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l from -d 'File with a ticket number and a user name on each line; "-" reads standard input' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l note -d 'Internal note, which the client does not see' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l auto -d 'Assign each ticket to whoever is next'
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l explain -d 'Add to the table why each goes where it does'
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l if-unassigned -d 'Refuse tickets that somebody else has'
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand assign" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l to -d 'Person to assign them to' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l from -d 'File with a ticket number and a user name on each line; "-" reads standard input' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l note -d 'Internal note, which the client does not see' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l auto -d 'Assign each ticket to whoever is next'
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l explain -d 'Add to the table why each goes where it does'
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l if-unassigned -d 'Refuse tickets that somebody else has'
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand asignar" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -s m -l message -d 'Reason' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand release" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -s m -l message -d 'Reason' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand liberar" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -s m -l message -d 'Reason' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand unassign" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -l note -d 'Internal note, which the client does not see' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -s m -l message -d 'Text of the message, which the client sees' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -s F -l message-file -d 'File with the text of the message; "-" reads standard input' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand close" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -l note -d 'Internal note, which the client does not see' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -s m -l message -d 'Text of the message, which the client sees' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -s F -l message-file -d 'File with the text of the message; "-" reads standard input' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand cerrar" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -l note -d 'Internal note, which the client does not see' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -s m -l message -d 'Text of the message, which the client sees' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -s F -l message-file -d 'File with the text of the message; "-" reads standard input' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand reopen" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -l note -d 'Internal note, which the client does not see' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -s m -l message -d 'Text of the message, which the client sees' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -s F -l message-file -d 'File with the text of the message; "-" reads standard input' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand reabrir" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand priority" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand prioridad" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l topic -d 'New help topic' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l subject -d 'New subject' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l client -d 'Client that the ticket belongs to' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l external-id -d 'New external id: that of the ticket in another program' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand edit" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -l into -d 'Number of the ticket that goes on' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand merge" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -l into -d 'Number of the ticket that goes on' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -l keep-going -d 'Make the changes that are possible and leave the others'
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand unir" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -l email -d 'E-mail address of the ticket\'s client' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -l code -d 'Code received by e-mail; "-" reads it from standard input' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand status" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -l email -d 'E-mail address of the ticket\'s client' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -l code -d 'Code received by e-mail; "-" reads it from standard input' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand estado" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -s o -l output -d 'File to save it to; "-" writes to standard output' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -l mail -d 'Send the attachment to your own e-mail address (values: me, wait, detach, queue)' -r -f -a "me\t''
wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand attachment" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -s o -l output -d 'File to save it to; "-" writes to standard output' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -l mail -d 'Send the attachment to your own e-mail address (values: me, wait, detach, queue)' -r -f -a "me\t''
wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand adjunto" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand rules" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand rules" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand rules" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand rules" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand rules" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand rules" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand rules" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand rules" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand rules" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand rules" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand rules" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand rules" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand rules" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand normas" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand normas" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand normas" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand normas" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand normas" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand normas" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand normas" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand normas" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand normas" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand normas" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand normas" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand normas" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand normas" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -f -a "list" -d 'List the help topics'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -f -a "add" -d 'Add a help topic'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -f -a "edit" -d 'Change a help topic'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and not __fish_seen_subcommand_from list add edit retire" -f -a "retire" -d 'Retire a help topic and those below it'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from list" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from list" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from list" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from list" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from list" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from list" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from list" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from list" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from list" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from list" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l name-en -d 'Name in English' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l parent -d 'Topic that it belongs to' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l agents -d 'Teachers of the topic, with commas between' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l auto-assign -d 'Whether new tickets of the topic are assigned when they are opened (values: on, off)' -r -f -a "on\t''
off\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l name -d 'New name in Spanish' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l name-en -d 'New name in English; empty, none' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l parent -d 'Topic that it is to belong to; empty for none' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l agents -d 'Teachers of the topic, with commas between; empty for none' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l auto-assign -d 'Whether new tickets of the topic are assigned when they are opened (values: on, off)' -r -f -a "on\t''
off\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand topic; and __fish_seen_subcommand_from retire" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "list" -d 'List accounts'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "show" -d 'Show an account'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "create" -d 'Create an account'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "edit" -d 'Change the details of an account'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "role" -d 'Change the role of an account'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "suspend" -d 'Suspend an account'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "reinstate" -d 'Lift the suspension of an account'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "reset-password" -d 'Send somebody a code to choose another password'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "away" -d 'Note that somebody is away'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "back" -d 'Note that somebody is back sooner than expected'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "import" -d 'Create and update accounts from a CSV file'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -l role -d 'Only accounts with this role (values: client, agent, secretary, care, admin)' -r -f -a "client\t''
agent\t''
secretary\t''
care\t''
admin\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from show" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from show" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from show" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from show" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from show" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from show" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from show" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from show" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from show" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from show" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l email -d 'E-mail address of the person' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l name -d 'Name of the person' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l role -d 'What they will be able to do (values: client, agent, secretary, care, admin)' -r -f -a "client\t''
agent\t''
secretary\t''
care\t''
admin\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l handle -d 'User name; made from the name if not given' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l no-invite -d 'Do not send the invitation'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l name -d 'Name of the person' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l handle -d 'New user name' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l email -d 'New e-mail address, confirmed with a code' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l phone -d 'Phone number' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l agent -d 'Teacher who looks after this client\'s work; empty for none' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from role" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -l reason -d 'Reason, which the person is told' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -l to -d 'Person who takes over their open tickets' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from suspend" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reinstate" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from reset-password" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -l until -d 'Last day, or the time of coming back; "3d" is three days from now' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -l substitute -d 'Person who looks after their tickets meanwhile; empty for nobody' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from away" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from back" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -l no-invite -d 'Do not send the invitations'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand user; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "list" -d 'List accounts'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "show" -d 'Show an account'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "create" -d 'Create an account'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "edit" -d 'Change the details of an account'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "role" -d 'Change the role of an account'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "suspend" -d 'Suspend an account'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "reinstate" -d 'Lift the suspension of an account'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "reset-password" -d 'Send somebody a code to choose another password'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "away" -d 'Note that somebody is away'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "back" -d 'Note that somebody is back sooner than expected'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and not __fish_seen_subcommand_from list show create edit role suspend reinstate reset-password away back import" -f -a "import" -d 'Create and update accounts from a CSV file'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -l role -d 'Only accounts with this role (values: client, agent, secretary, care, admin)' -r -f -a "client\t''
agent\t''
secretary\t''
care\t''
admin\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from show" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from show" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from show" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from show" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from show" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from show" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from show" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from show" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from show" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from show" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l email -d 'E-mail address of the person' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l name -d 'Name of the person' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l role -d 'What they will be able to do (values: client, agent, secretary, care, admin)' -r -f -a "client\t''
agent\t''
secretary\t''
care\t''
admin\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l handle -d 'User name; made from the name if not given' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l no-invite -d 'Do not send the invitation'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l name -d 'Name of the person' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l handle -d 'New user name' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l email -d 'New e-mail address, confirmed with a code' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l phone -d 'Phone number' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l agent -d 'Teacher who looks after this client\'s work; empty for none' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from role" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -l reason -d 'Reason, which the person is told' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -l to -d 'Person who takes over their open tickets' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from suspend" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reinstate" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from reset-password" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -l until -d 'Last day, or the time of coming back; "3d" is three days from now' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -l substitute -d 'Person who looks after their tickets meanwhile; empty for nobody' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from away" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from back" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -l no-invite -d 'Do not send the invitations'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand usuario; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -f -a "queue" -d 'List the e-mails that wait or could not be sent'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -f -a "show" -d 'Show an e-mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -f -a "flush" -d 'Send the waiting e-mails now'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -f -a "retry" -d 'Try to send e-mails again'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -f -a "drop" -d 'Discard e-mails without sending them'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and not __fish_seen_subcommand_from queue show flush retry drop test" -f -a "test" -d 'Send a test e-mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -l limit -d 'Largest number of e-mails to list' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from queue" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from show" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from show" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from show" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from show" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from show" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from show" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from show" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from show" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from show" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from show" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from flush" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -l to -d 'Address to send it to' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand mail; and __fish_seen_subcommand_from test" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -f -a "list" -d 'List the settings with their values'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -f -a "get" -d 'Show the value of a setting'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -f -a "set" -d 'Change a setting'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -f -a "unset" -d 'Set a setting back to its default'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -f -a "edit" -d 'Open all settings in an editor'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -f -a "export" -d 'Write the settings as text'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and not __fish_seen_subcommand_from list get set unset edit export import" -f -a "import" -d 'Apply the settings of a file'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -l set-only -d 'List only the settings that were changed'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from get" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from get" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from get" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from get" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from get" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from get" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from get" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from get" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from get" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from get" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from export" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from export" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from export" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from export" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from export" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from export" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from export" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from export" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from export" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from export" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -l key -d 'A key of your own, so that the command happens only once even if it is repeated' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Show what would be done, without changing anything or sending mail'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand config; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -l reindex -d 'Rebuild the search index from the texts first'
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand verify" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand doctor" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand doctor" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand doctor" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand doctor" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand doctor" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand doctor" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand doctor" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand doctor" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand doctor" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand doctor" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand doctor" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand doctor" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand doctor" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand completions" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand completions" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand completions" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand completions" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand completions" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand completions" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand completions" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand completions" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand completions" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand completions" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand completions" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand completions" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand completions" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -l dir -d 'Folder to write all pages to' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -l desk -d 'Folder of the desk' -r -F
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -l lang -d 'Language of the texts (values: es, en)' -r -f -a "es\t''
en\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -l format -d 'Format of the output; all but "table" are for other programs (values: table, json, ndjson, csv, tsv, ids)' -r -f -a "table\t''
json\t''
ndjson\t''
csv\t''
tsv\t''
ids\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -l fields -d 'Fields to show, separated by commas' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -l color -d 'When to use colour (values: auto, always, never)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -l wait -d 'Seconds to wait when the desk is busy' -r
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -l mail -d 'Wait for the mail to go out, send it in the background, or leave it queued (values: wait, detach, queue)' -r -f -a "wait\t''
detach\t''
queue\t''"
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -s h -l help -d 'Show help: -h in brief, --help in full'
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -l json -d 'Output as JSON; the same as --format json'
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -l no-pager -d 'Do not send long output through a pager'
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -l no-input -d 'Never ask; fail if something is missing'
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -s y -l yes -d 'Answer yes to confirmations'
complete -c taquilla -n "__fish_taquilla_using_subcommand man" -s q -l quiet -d 'Show no remarks, only what was asked for and errors'
