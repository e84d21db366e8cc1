#!/bin/sh
# A secretary's Monday: what came in by telephone becomes tickets, each finds somebody, and what is settled is closed.
#
#   MONDAY=2026-11-23 sh monday.sh
#
# Whose calls these are is told by MONDAY: it is a part of their keys, so that the next one has its own. DAY is the day on which it is
# run, if that is another.
#
# It may be run again, as a whole or after it broke off in the middle: what is done is not done twice, and nobody is told twice.
# The letters of the morning wait until `taquilla mail flush`.
set -eu
DAY=${DAY:-$MONDAY}

taquilla() { command taquilla --mail queue "$@"; }
at() { export TAQUILLA_NOW="${DAY}T$1Z"; }

at 09:00:00
taquilla user import people.csv --format ids > people.txt

line=0
while IFS=, read -r client topic subject; do
    line=$((line + 1))
    at "09:$(printf '%02d:%02d' $((10 + line / 60)) $((line % 60)))"
    # The key is the line's of that Monday: run again, it gives the number of the ticket that there is.
    taquilla open --for "$client" --topic "$topic" --subject "$subject" -m 'Nos ha llamado por teléfono.' \
        --key "lunes-$MONDAY-$line" --format ids
done < calls.csv > opened.txt

at 10:00:00
taquilla list --unassigned --topic Derecho --format csv --fields number,client.handle,subject > law.csv

at 10:10:00
paste -d, opened.txt calls.csv | awk -F, '$3 == "Derecho" { print $1 "," (n++ % 2 ? "mateo" : "marta") ",Llamar antes de contestar" }' > pairs.csv
taquilla assign --from pairs.csv --format ids > by-pairs.txt

at 10:20:00
taquilla assign "$(sed -n 2p opened.txt)" --to marta --note 'Ya lo conoce.' --format ids > by-hand.txt

at 10:30:00
taquilla list --topic Trámites --format ids | taquilla close - -m 'Resuelto por teléfono.' --format ids > closed.txt

at 10:40:00
taquilla list --unassigned --format ids | taquilla assign - --auto --format ids > by-rule.txt

at 10:50:00
taquilla list --status all --sort created --reverse --format csv \
    --fields number,topic,subject,client.handle,assignee.handle,status,created_at > list.csv
