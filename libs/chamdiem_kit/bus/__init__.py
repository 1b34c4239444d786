"""The bus as a port with two adapters: inside the process, and RabbitMQ. Both pass the same test suite."""
