"""Criteria sets as XLSX workbooks: one sheet a table, every fault at its cell, and back without losing anything."""
