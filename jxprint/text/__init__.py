"""Facts about characters: classes, widths, folds. Knows no font and no page."""
