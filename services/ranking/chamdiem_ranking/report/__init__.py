"""Ranking tables as documents."""
