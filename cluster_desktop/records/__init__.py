"""The workspace file: tables, journal, queries, backups. The only room that knows the database."""
