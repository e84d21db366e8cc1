# Las palabras propias de la línea de órdenes: títulos de la ayuda y errores de uso.

usage-heading-usage = Uso
usage-heading-arguments = Argumentos
usage-heading-options = Opciones
usage-heading-global = Opciones generales
usage-heading-filters = Filtros
usage-heading-verbs = Órdenes
usage-heading-examples = Ejemplos
usage-group-tickets = Tickets
usage-group-account = Su cuenta
usage-group-staff = Personal del centro
usage-group-desk = Administración
usage-group-other = Otras órdenes
usage-options = opciones
usage-verb = orden
usage-values = valores: { $values }
usage-default = por defecto: { $value }
usage-also = también { $names }
usage-also-called = También: { $names }
usage-help = Muestra la ayuda: -h, en breve; --help, completa
usage-version = Muestra la versión
usage-more = Ayuda completa: { $command }

usage-missing =
    { $count ->
        [one] Falta { $names }.
       *[other] Faltan { $names }.
    }
usage-unknown-option = No existe la opción «{ $name }».
usage-unexpected = Sobra «{ $value }».
usage-unknown-verb = No existe la orden «{ $name }».
usage-missing-verb = Falta la orden después de «{ $command }».
usage-invalid-value = «{ $value }» no es un valor válido para { $name }.
usage-empty = { $name } necesita un valor.
usage-no-equals = { $name } necesita el signo igual delante de su valor.
usage-too-many = { $name } no admite más valores: sobra «{ $value }».
usage-too-few =
    { $name } necesita al menos { $wanted ->
        [one] { $wanted } valor
       *[other] { $wanted } valores
    }; hay { $given }.
usage-wrong-number =
    { $name } necesita { $wanted ->
        [one] { $wanted } valor
       *[other] { $wanted } valores
    }; hay { $given }.
usage-repeated = { $name } solo se puede indicar una vez.
usage-conflict = { $name } no se puede combinar con { $others }.
usage-utf8 = Lo escrito contiene caracteres que no son UTF-8 válido.
usage-wrong = La orden no está bien escrita.

usage-did-you-mean =
    { $count ->
        [one] ¿Quería decir { $last }?
       *[other] ¿Quería decir { $before } o { $last }?
    }
usage-quoted = «{ $name }»
usage-bad-limit = Vale cualquier número entero a partir de 1.
usage-bad-pause = Vale un tiempo entre 1s y 1d, como 10s o 5m.
usage-choose = Valores válidos: { $values }.
usage-choose-verb = Órdenes posibles: { $verbs }.
usage-as-value = Si es un valor y no una opción, escriba antes dos guiones: -- { $name }
usage-without-dashes = Si quería la orden «{ $name }», quite los dos guiones que lleva delante.
usage-elsewhere = Esa opción pertenece a otra orden: { $command }
usage-see = Consulte { $command }

usage-man-name = NOMBRE
usage-man-synopsis = SINOPSIS
usage-man-description = DESCRIPCIÓN
usage-man-options = OPCIONES
usage-man-verbs = ÓRDENES
usage-man-examples = EJEMPLOS
usage-man-version = VERSIÓN
usage-man-authors = AUTORES
