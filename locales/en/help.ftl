help-callout-note = Note
help-callout-tip = Tip
help-callout-warning = Important
help-category-general = General
