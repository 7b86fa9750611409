// Gives the embedded server's account its password; in the system database.
// in   user: name   password: text
ALTER USER $user SET PASSWORD $password CHANGE NOT REQUIRED
