"""What the measurements share: servers in processes of their own, a client that is not the limit, figures with their bound."""
