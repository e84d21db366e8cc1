## Las normas de uso y el texto de privacidad de un centro que no ha escrito los suyos.

rules-text =
    Para que este canal funcione bien para todos, le pedimos que tenga en cuenta estas normas:

    - Este canal es para lo que se refiere a la elaboración de su trabajo. Las quejas, las ampliaciones de páginas y los precios se tratan por teléfono, que está también a su disposición, en su horario, para lo que sea urgente.
    - Con el docente no se habla de cantidades de dinero, números de teléfono ni direcciones de correo, ni de otros asuntos personales. Un mensaje que lleve un teléfono o una dirección de correo no se envía hasta que los quite.
    - No se admiten faltas de respeto al trabajo de los docentes. Si las hay, se cierra esta vía y se le atiende solo por teléfono.
    - El docente responde en 24 a 48 horas laborables, y en cada ticket le decimos hasta cuándo. Si pasado ese plazo no tiene respuesta, reclame en el mismo ticket, con «taquilla reclamar»: Atención al Cliente se ocupará de que la tenga.
    - Esto no es un chat: escriba de forma clara y concisa, y reúna sus dudas en un solo mensaje. Se admiten tres mensajes seguidos; después hay que esperar la respuesta.
rules-privacy =
    Guardamos su nombre, su correo y lo que escriba en sus tickets para poder atenderle, y solo mientras haga falta. No los cedemos a nadie más. Los docentes ven su nombre y su usuario, nunca su correo ni su teléfono. Puede pedir en cualquier momento una copia de sus datos o que los borremos.
