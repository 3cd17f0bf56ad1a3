help-callout-note = 補足
help-callout-tip = ヒント
help-callout-warning = 重要
help-category-general = 全般
