"""Reading where people were and what they had attained on a day."""
