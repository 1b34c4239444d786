"""Totals, index, level and rank of every sheet, provisional and aggregated by itself (rules §6, §7)."""
