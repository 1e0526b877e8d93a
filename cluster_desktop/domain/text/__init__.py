"""Vietnamese text: names, dates, numbers and ranges as people write them."""
