letter-greeting = Hola, { $name }:
