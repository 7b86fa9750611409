// Gives the embedded server's account its password, the same as before or another; in the system database.
// in   user: name   password: text
CREATE OR REPLACE USER $user SET PASSWORD $password CHANGE NOT REQUIRED
