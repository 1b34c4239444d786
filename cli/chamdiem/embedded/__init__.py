"""The backing parts of one machine, all from wheels: PostgreSQL, an S3 server and an OIDC provider, on 127.0.0.1 only."""
