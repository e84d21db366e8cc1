letter-greeting = Hello { $name },
