## Las normas de uso y el texto de privacidad de un centro que no ha escrito los suyos.

rules-intro = Para que este canal funcione bien para todos, le pedimos que tenga en cuenta estas normas:
rules-channel = Este canal es para lo que se refiere a la elaboración de su trabajo. Las quejas, las ampliaciones de páginas y los precios se tratan por teléfono, que está también a su disposición, en su horario, para lo que sea urgente.
rules-channel-alone = Este canal es para lo que se refiere a la elaboración de su trabajo. Las quejas, las ampliaciones de páginas y los precios no se tratan por aquí, sino directamente con el centro.
rules-personal = Con el docente no se habla de asuntos personales.
rules-matters = Con el docente no se habla de { $topics }, ni de otros asuntos personales.
rules-topic-money = cantidades de dinero
rules-topic-phone = números de teléfono
rules-topic-email = direcciones de correo
rules-nor = ni
rules-blocked-one = Un mensaje que lleve { $parts } no se envía.
rules-blocked = Un mensaje que lleve { $parts } no se envía hasta que los quite.
rules-part-phone = un teléfono
rules-part-email = una dirección de correo
rules-part-money = un importe
rules-part-insult = un insulto
rules-or = o
rules-respect = No se admiten faltas de respeto al trabajo de los docentes. Si las hay, se cierra esta vía y se le atiende solo por teléfono.
rules-respect-alone = No se admiten faltas de respeto al trabajo de los docentes. Si las hay, se cierra esta vía.
rules-answer = El docente responde en { $warn } a { $due } horas laborables, y en cada ticket le decimos hasta cuándo. Si pasado ese plazo no tiene respuesta, reclame en el mismo ticket («Reclamar la respuesta» en el menú, o «taquilla reclamar»): Atención al Cliente se ocupará de que la tenga.
rules-chat =
    Esto no es un chat: escriba de forma clara y concisa, y reúna sus dudas en un solo mensaje. { $count ->
        [one] Se admite un solo mensaje; después hay que esperar la respuesta.
        [2] Se admiten dos mensajes seguidos; después hay que esperar la respuesta.
        [3] Se admiten tres mensajes seguidos; después hay que esperar la respuesta.
       *[other] Se admiten { $count } mensajes seguidos; después hay que esperar la respuesta.
    }
rules-privacy =
    Guardamos su nombre, su correo y lo que escriba en sus tickets para poder atenderle, y solo mientras haga falta. No los cedemos a nadie más. Los docentes ven su nombre y su usuario, nunca su correo ni su teléfono. Puede pedir en cualquier momento una copia de sus datos o que los borremos.
