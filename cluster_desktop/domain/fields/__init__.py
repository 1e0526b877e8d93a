"""What a field is: its type, its choices, its checks. The fields of people, awards … stand in those rooms."""
