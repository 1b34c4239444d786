"""The real servers on this machine (PostgreSQL, RabbitMQ, MinIO, Keycloak, nginx): got, started as daemons, prepared, ended."""
