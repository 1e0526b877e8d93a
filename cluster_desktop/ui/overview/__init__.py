"""The first page: where the year stands."""
