## The house rules and the privacy text of a desk that has written none of its own.

rules-text =
    So that this service works well for everybody, please keep to these rules:

    - This service is for what concerns the making of your work. Complaints, more pages and prices are dealt with by telephone, which is also there, in its hours, for whatever is urgent.
    - With the teacher, do not talk about sums of money, telephone numbers or e-mail addresses, nor about other personal matters. A message with a telephone number or an e-mail address is not sent until you take it out.
    - Disrespect towards the teachers' work is not tolerated. Where it happens this way is closed, and you are served by telephone only.
    - The teacher answers within 24 to 48 working hours, and each ticket tells you by when. If there is no answer by then, send a reminder in the same ticket, with "taquilla remind": Customer Care will see that you get one.
    - This is not a chat: write clearly and briefly, and put your questions into a single message. You may send three messages in a row; after that, wait for the answer.
rules-privacy =
    We keep your name, your e-mail address and what you write in your tickets in order to serve you, and only for as long as that takes. We give them to nobody else. Teachers see your name and your user name, never your e-mail address or telephone. You can ask at any time for a copy of your data or for their erasure.
