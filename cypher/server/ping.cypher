// Answers once the database takes queries.
// out  answer: 1
RETURN 1 AS answer
