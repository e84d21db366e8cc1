# What questions say by themselves.

prompt-yes = y
prompt-no = n
prompt-yes-words = y yes
prompt-no-words = n no
prompt-yes-or-no = Answer y (yes) or n (no).
prompt-menu-hint = Arrows: move · Enter: choose
prompt-menu-hint-back = Arrows: move · Enter: choose · Esc: go back
prompt-number = Type a number from 1 to { $count }.
prompt-text-hint = Type the text and end it with a line that has only a dot.
prompt-text-full = The text has reached its limit of { $most } KiB; what follows is not kept. End it with a dot.
prompt-too-long = This is too long: { $most } characters fit.
prompt-not-text = What was typed is not valid text (UTF-8). Type it again.
# Without accents: pagers cannot always show them in their last line.
prompt-pager-hint = Space: go on - b: go back - q: quit
