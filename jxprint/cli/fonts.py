"""`jxprint fonts`."""
