"""Figures of tables: scale, periods of columns, rows and cells."""
