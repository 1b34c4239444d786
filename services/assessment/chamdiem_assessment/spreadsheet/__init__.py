"""Declared values of a whole sheet as XLSX, out and in again."""
