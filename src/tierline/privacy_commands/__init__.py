"""The commands of `tierline privacy`."""
