// Waits until new indexes have taken in what is there.
// in   seconds: at most
CALL db.awaitIndexes($seconds)
