"""Proposals to change criteria: heads and leads propose, Home Affairs' leaders answer (Điều 14.3, 15.2)."""
