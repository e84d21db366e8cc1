## The house rules and the privacy text of a desk that has written none of its own.

rules-text =
    So that this service works well for everybody, please keep to these rules:

    - With the teacher, do not talk about sums of money, telephone numbers or e-mail addresses, nor about other personal matters.
    - Disrespect towards the teachers' work is not tolerated. Where it happens this way is closed, and you are served by telephone only.
    - The teacher answers within 24 to 48 working hours. If there is no answer by then, tell us by telephone or at the contact address of the desk.
    - This is not a chat: write clearly and briefly, and put your questions into a single message.
    - Complaints, more pages and prices are dealt with by telephone.
rules-privacy =
    We keep your name, your e-mail address and what you write in your tickets in order to serve you, and only for as long as that takes. We give them to nobody else. Teachers see your name and your user name, never your e-mail address or telephone. You can ask at any time for a copy of your data or for their erasure.
