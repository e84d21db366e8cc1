## The house rules and the privacy text of a desk that has written none of its own.

rules-intro = So that this service works well for everybody, please keep to these rules:
rules-channel = This service is for questions about your work in progress. Complaints, extra pages and prices are handled by telephone, which you can also call, during its hours, about anything urgent.
rules-channel-alone = This service is for questions about your work in progress. Complaints, extra pages and prices are not handled here, but directly with the company.
rules-personal = With the teacher, do not talk about personal matters.
rules-matters = With the teacher, do not talk about { $topics }, nor about other personal matters.
rules-topic-money = sums of money
rules-topic-phone = telephone numbers
rules-topic-email = e-mail addresses
rules-nor = or
rules-blocked-one = A message with { $parts } is not sent until you take it out.
rules-blocked = A message with { $parts } is not sent until you take it out.
rules-part-phone = a telephone number
rules-part-email = an e-mail address
rules-part-money = a sum of money
rules-part-insult = an insult
rules-or = or
rules-respect = Disrespect towards the teachers' work is not tolerated. If it happens, this channel will be closed to you and we will deal with you by telephone only.
rules-respect-alone = Disrespect towards the teachers' work is not tolerated. If it happens, this channel will be closed to you.
rules-answer = The teacher answers within { $warn } to { $due } working hours, and each ticket tells you by when. If there is no answer by then, send a reminder in the same ticket ("Send a reminder" in the menu, or "taquilla remind"): Client Care will see that you get one.
rules-chat =
    This is not a chat: write clearly and briefly, and put your questions into a single message. { $count ->
        [one] You may send one message; after that, wait for the answer.
        [2] You may send two messages in a row; after that, wait for the answer.
        [3] You may send three messages in a row; after that, wait for the answer.
       *[other] You may send { $count } messages in a row; after that, wait for the answer.
    }
rules-privacy =
    We keep your name, your e-mail address and what you write in your tickets in order to serve you, and only for as long as that takes. We give them to nobody else. Teachers see your name and your user name, never your e-mail address or telephone. You can ask at any time for a copy of your data or for their erasure.
