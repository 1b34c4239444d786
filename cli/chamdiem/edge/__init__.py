"""The edge in front of the services: what both of them (nginx, and the one in our own process) do, and nginx's configuration."""
