"""What tests share: a real PostgreSQL with a database for each test, a running service, an issuer outside the house."""
