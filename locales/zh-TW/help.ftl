help-callout-note = 說明
help-callout-tip = 提示
help-callout-warning = 重要
help-category-general = 一般
