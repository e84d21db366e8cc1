## Las normas de uso y el texto de privacidad de un centro que no ha escrito los suyos.

rules-text =
    Para que este canal funcione bien para todos, le pedimos que tenga en cuenta estas normas:

    - Con el docente no se habla de cantidades de dinero, números de teléfono ni direcciones de correo, ni de otros asuntos personales.
    - No se admiten faltas de respeto al trabajo de los docentes. Si las hay, se cierra esta vía y se atiende solo por teléfono.
    - El docente responde en 24 a 48 horas laborables. Si pasado ese plazo no tiene respuesta, avísenos por teléfono o en la dirección de contacto del centro.
    - Esto no es un chat: escriba de forma clara y concisa, y reúna sus dudas en un solo mensaje.
    - Las quejas, las ampliaciones de páginas y los precios se tratan por teléfono.
rules-privacy =
    Guardamos su nombre, su correo y lo que escriba en sus tickets para poder atenderle, y solo mientras haga falta. No los cedemos a nadie más. Los docentes ven su nombre y su usuario, nunca su correo ni su teléfono. Puede pedir en cualquier momento una copia de sus datos o que los borremos.
